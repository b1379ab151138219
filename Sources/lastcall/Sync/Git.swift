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
        guard let git = OtherProgram(["git"] + arguments) else {
            throw Failure.inputOutput("git is not installed; install it, or sync the folder another way")
        }
        let (status, output, errors) = try git.capture(environment)
        return Ending(
            status: status, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }
}
