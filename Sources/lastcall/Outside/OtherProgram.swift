import FoundationEssentials
import Glibc

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
        return try start(more, &files, OtherProgram.inNewSession)
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
        let child = try start(more, &files, 0)
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

    private func start(_ more: [String], _ files: inout posix_spawn_file_actions_t, _ flags: Int32) throws -> pid_t {
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
        var variables: [UnsafeMutablePointer<CChar>?] =
            ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, path, &files, &attributes, &words, &variables)
        guard code == 0 else { throw failure(code) }
        return child
    }

    private func failure(_ code: Int32) -> Failure {
        Failure.inputOutput("\(path) cannot be started (\(String(cString: strerror(code))))")
    }
}
