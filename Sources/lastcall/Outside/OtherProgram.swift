import FoundationEssentials
import Glibc
import Journal

/// A program of others that is run from here: never through a shell.
struct OtherProgram {
    /// Where it is.
    let path: String
    let arguments: [String]

    /// The first word names the program, by a path or as one of those in `PATH`.
    ///
    /// - Returns: nil when there is none of that name that can be run.
    init?(_ words: [String]) {
        guard let name = words.first else { return nil }
        let folders = (Environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        let candidates = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
        guard let path = candidates.first(where: OtherProgram.isProgram) else { return nil }
        self.path = path
        arguments = Array(words.dropFirst())
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// Starts it with more arguments in a session of its own, in which it has no terminal and outlives this process.
    ///
    /// - Parameter input: what it reads; at most 60 000 bytes.
    /// - Returns: its process, which whoever started it waits for.
    func startApart(_ more: [String] = [], input: String = "") throws -> pid_t {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw failure(errno) }
        defer { for end in ends { close(end) } }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // It fits into the pipe as a whole: nobody waits for a program that does not read.
        guard input.utf8.count <= 60_000, Files.write(Array(input.utf8), to: ends[1]) else {
            throw Failure.badData("the text is too long to be handed to \(path)")
        }
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, ends[0], 0)
        for descriptor: Int32 in 1...2 {
            posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_WRONLY, 0)
        }
        return try start(more, &files, flags: OtherProgram.inNewSession)
    }

    /// POSIX_SPAWN_SETSID, which glibc's <spawn.h> shows only to those who ask for all of GNU.
    private static let inNewSession: Int32 = 0x80

    /// Runs it at the terminal, which is to be lent to it, and waits until it is done.
    ///
    /// - Returns: its exit status; 128 and the number of the signal when one ended it.
    func runAtTerminal(_ more: [String]) throws -> Int32 {
        // C-z stops it and this process together, and C-c is for it alone.
        let signals = [(SIGTSTP, SIG_DFL), (SIGINT, SIG_IGN), (SIGQUIT, SIG_IGN)].map { signal, handler in
            var action = sigaction()
            var earlier = sigaction()
            action.__sigaction_handler.sa_handler = handler
            sigaction(signal, &action, &earlier)
            return (signal, earlier)
        }
        defer {
            for (signal, earlier) in signals {
                var earlier = earlier
                sigaction(signal, &earlier, nil)
            }
        }
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        return try wait(for: start(more, &files))
    }

    /// Runs it with nothing to read, and waits until it is done.
    ///
    /// - Parameter environment: its variables, as `NAME=value`.
    /// - Returns: its exit status as `runAtTerminal` has it, what it printed, and what it complained of.
    func capture(_ environment: [String]) throws -> (status: Int32, output: [UInt8], errors: [UInt8]) {
        var pipes = [[Int32]](repeating: [-1, -1], count: 2)
        defer { for end in pipes.joined() where end >= 0 { close(end) } }
        for place in pipes.indices where pipe(&pipes[place]) != 0 { throw failure(errno) }
        for end in pipes.joined() { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&files, pipes[0][1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&files, pipes[1][1], STDERR_FILENO)
        let child = try start([], &files, environment: environment)
        // While this process could write into them, their end would never come.
        for place in pipes.indices {
            close(pipes[place][1])
            pipes[place][1] = -1
        }
        let (output, errors) = OtherProgram.readBoth(pipes[0][0], pipes[1][0])
        return (try wait(for: child), output, errors)
    }

    /// Reads two pipes at once, so that neither fills up while the other is waited for.
    private static func readBoth(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
        var bytes: [[UInt8]] = [[], []]
        var open = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while open.contains(where: { $0.fd >= 0 }) {
            if poll(&open, 2, -1) < 0, errno != EINTR { break }
            for place in open.indices where open[place].fd >= 0 && open[place].revents != 0 {
                let count = read(open[place].fd, &buffer, buffer.count)
                if count > 0 {
                    bytes[place] += buffer[..<count]
                } else if count == 0 || errno != EINTR {
                    open[place].fd = -1
                }
            }
        }
        return (bytes[0], bytes[1])
    }

    private func wait(for child: pid_t) throws -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw failure(errno) }
        }
        return OtherProgram.exitStatus(status)
    }

    /// What a shell makes of a status of `waitpid`.
    static func exitStatus(_ status: Int32) -> Int32 {
        status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    /// - Parameter environment: its variables; nil for those of this process.
    private func start(
        _ more: [String], _ files: inout posix_spawn_file_actions_t, flags: Int32 = 0,
        environment: [String]? = nil
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | flags))
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments + more).map { strdup($0) } + [nil]
        let own = ProcessInfo.processInfo.environment
        var variables: [UnsafeMutablePointer<CChar>?] =
            (environment ?? own.map { "\($0)=\($1)" }).map { strdup($0) } + [nil]
        defer { for word in words + variables { free(word) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, path, &files, &attributes, &words, &variables)
        guard code == 0 else { throw failure(code) }
        return child
    }

    private func failure(_ code: Int32) -> Failure {
        Failure.inputOutput("\(path) cannot be started (\(systemWords(code)))")
    }
}
