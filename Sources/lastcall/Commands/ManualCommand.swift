import ArgumentParser

struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page, lastcall(1), for man.", shouldDisplay: false)

    func run() throws {
        Output.print(Array(try ManualPage().text.utf8))
    }
}
