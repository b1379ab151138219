import Glibc

/// The git that is installed, at work in one folder and nowhere else: it runs no hooks, asks nobody, and signs with the
/// device's name, whatever the user's own settings are.
struct Git {
    /// The folder whose history it keeps.
    let folder: String
    /// Under what name it commits.
    let device: String

    /// How a call ended.
    struct Ending {
        let status: Int32
        let output: String
        let errors: String

        var isSuccess: Bool { status == 0 }

        /// What git said of it, in one line.
        var remark: String {
            let lines = errors.split(separator: "\n").map(String.init)
            let told = lines.first { line in
                ["fatal: ", "error: ", "remote: ", "ssh: "].contains(where: line.hasPrefix)
            }
            return told ?? lines.first ?? "git ended with status \(status)"
        }
    }

    var isSetUp: Bool { access(folder + "/.git", F_OK) == 0 }

    /// Makes the folder a repository.
    func setUp() throws {
        // An empty template brings no hooks.
        try succeed(
            Git.call(["-C", folder, "init", "-q", "--initial-branch=main", "--template="], environment), "git init")
    }

    /// Calls git, whatever comes of it.
    ///
    /// - Parameter index: the file of another index than the repository's own.
    func ask(_ arguments: [String], index: String? = nil) throws -> Ending {
        let settings = [
            "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.autocrlf=false", "commit.gpgSign=false",
            "gc.autoDetach=false", "submodule.recurse=false",
        ].flatMap { ["-c", $0] }
        return try Git.call(
            ["--git-dir=\(folder)/.git", "--work-tree=\(folder)", "-C", folder] + settings + arguments,
            environment + (index.map { ["GIT_INDEX_FILE=\($0)"] } ?? []))
    }

    func ask(_ arguments: String...) throws -> Ending { try ask(arguments) }

    /// Calls git for something that should work.
    ///
    /// - Returns: what it printed.
    @discardableResult
    func run(_ arguments: [String], index: String? = nil) throws -> String {
        try succeed(ask(arguments, index: index), "git \(arguments.first ?? "")")
    }

    @discardableResult
    func run(_ arguments: String...) throws -> String { try run(arguments) }

    @discardableResult
    private func succeed(_ ending: Ending, _ call: String) throws -> String {
        if ending.isSuccess { return ending.output }
        throw Failure.inputOutput("\(folder): \(call) failed (\(ending.remark)); look at it with git")
    }

    /// The variables of this process without those by which a caller would send git elsewhere.
    private var environment: [String] {
        var variables: [String] = []
        var place = environ
        while let text = place.pointee {
            let variable = String(cString: text)
            let isGits = variable.hasPrefix("GIT_")
            let isKept = ["GIT_SSH", "GIT_SSL", "GIT_CONFIG_", "GIT_EXEC_PATH", "GIT_PROXY"].contains {
                variable.hasPrefix($0)
            }
            let isLanguage = variable.hasPrefix("LC_") || variable.hasPrefix("LANG")
            if !isLanguage, !isGits || isKept { variables.append(variable) }
            place += 1
        }
        let mail = "\(device)@lastcall.invalid"
        variables += [
            "GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=", "SSH_ASKPASS_REQUIRE=never", "LC_ALL=C",
            "GIT_AUTHOR_NAME=\(device)", "GIT_AUTHOR_EMAIL=\(mail)", "GIT_COMMITTER_NAME=\(device)",
            "GIT_COMMITTER_EMAIL=\(mail)",
        ]
        return variables
    }

    private static func call(_ arguments: [String], _ environment: [String]) throws -> Ending {
        var pipes = [[Int32]](repeating: [-1, -1], count: 2)
        for place in pipes.indices where pipe(&pipes[place]) != 0 {
            throw Failure.inputOutput("no pipe for git can be made (\(String(cString: strerror(errno))))")
        }
        for end in pipes.joined() { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, pipes[0][1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, pipes[1][1], STDERR_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = (["git"] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for word in words + variables { free(word) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, "git", &actions, nil, &words, &variables)
        for pipe in pipes { close(pipe[1]) }
        defer { for pipe in pipes { close(pipe[0]) } }
        if code != 0 {
            let why =
                code == ENOENT ? "git is not installed" : "git cannot be started (\(String(cString: strerror(code))))"
            throw Failure.inputOutput("\(why); install it, or sync the folder another way")
        }
        let (output, errors) = readBoth(pipes[0][0], pipes[1][0])
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return Ending(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F,
            output: String(decoding: output, as: UTF8.self), errors: String(decoding: errors, as: UTF8.self))
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
}
