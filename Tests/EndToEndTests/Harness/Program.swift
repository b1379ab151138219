import Glibc
import Testing

/// How a program ended, and what it said.
struct Ending {
    /// The exit status; 128 and the number of the signal when one ended it.
    let status: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
}

enum Program {
    /// The shipped binary. SwiftPM puts it into the same folder as the tests.
    static let lastcall: String = folder + "/lastcall"

    /// The folder of the running tests' binary.
    static let folder: String = {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        return path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    }()

    /// Starts a program and does not wait for it.
    ///
    /// - Parameters:
    ///   - path: the program; looked up in the `PATH` of `environment` when it has no slash.
    ///   - scratch: where input, output and errors are kept meanwhile: the beginning of paths that nobody else uses.
    static func start(
        _ path: String, _ arguments: [String], environment: [String: String], input: [UInt8] = [], scratch: String
    ) throws -> Running {
        let files = (in: scratch + ".in", out: scratch + ".out", err: scratch + ".err")
        try write(input, to: files.in)
        let child = try start(path, arguments, environment: environment, files)
        return Running(pid: child, output: files.out, errors: files.err)
    }

    private static func start(
        _ path: String, _ arguments: [String], environment: [String: String],
        _ files: (in: String, out: String, err: String)
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files.in, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files.out, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files.err, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // The threads of the tests hold signals back, and what they start would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + settings { free(word) } }
        // posix_spawnp looks in the PATH of this process.
        var file = path
        if !path.contains("/") {
            let folders = (environment["PATH"] ?? "").split(separator: ":")
            file = folders.map { "\($0)/\(path)" }.first { access($0, X_OK) == 0 } ?? path
        }
        var child: pid_t = 0
        let code = posix_spawn(&child, file, &actions, &attributes, &words, &settings)
        try #require(code == 0, "\(path) cannot be started: \(String(cString: strerror(code)))")
        return child
    }
}

/// A program that was started.
struct Running {
    let pid: pid_t
    fileprivate let output: String
    fileprivate let errors: String

    /// Waits until it has ended; ends it when that takes longer.
    func end(seconds: Int) throws -> Ending {
        var status: Int32 = 0
        guard attempt(seconds: seconds, { waitpid(pid, &status, WNOHANG) == pid }) else {
            kill(pid, SIGKILL)
            waitpid(pid, &status, 0)
            throw Stuck(what: "a program did not end within \(seconds) seconds")
        }
        return Ending(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, output: try read(output),
            errors: String(decoding: try read(errors), as: UTF8.self))
    }
}

/// Something that should have come about did not.
struct Stuck: Error, CustomStringConvertible {
    let what: String
    var description: String { what }
}

/// Asks again and again until the answer is yes. False when it was still no after `seconds`.
func attempt(seconds: Int, _ isDone: () throws -> Bool) rethrows -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let end = now.tv_sec + seconds
    while now.tv_sec <= end {
        if try isDone() { return true }
        poll(nil, 0, 4)
        clock_gettime(CLOCK_MONOTONIC, &now)
    }
    return false
}

/// The whole of a file.
func read(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    try #require(descriptor >= 0, "\(path) cannot be read: \(String(cString: strerror(errno)))")
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return bytes }
        bytes += buffer[..<count]
    }
}

func write(_ bytes: some Collection<UInt8>, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0, "\(path) cannot be written: \(String(cString: strerror(errno)))")
    defer { close(descriptor) }
    let bytes = Array(bytes)
    // What stands in a requirement is told byte by byte when it fails: of 100 MB that takes all memory there is.
    let (done, count) = (Glibc.write(descriptor, bytes, bytes.count), bytes.count)
    try #require(done == count, "\(path) cannot be written: \(String(cString: strerror(errno)))")
}
