import ArgumentParser
import Glibc
import Journal
import Pipeline

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Look around in invented data, in a folder that is thrown away.",
        discussion: "With --data the folder is kept.")

    static let usualLeads = 60
    static let usualSeed: UInt64 = 1

    @OptionGroup var store: StoreOptions
    @Option(help: "Which invented data: the same number gives the same.") var seed = usualSeed
    @Option(parsing: .unconditional, help: "How many leads.") var leads = usualLeads
    @Flag(help: "Write the data, and open no screen; needs --data.") var writeOnly = false
    @OptionGroup var picture: PictureOptions

    func validate() throws {
        if leads < 1 || leads > 1_000_000 {
            throw ValidationError("--leads is \(leads); give a number from 1 to 1000000.")
        }
        if writeOnly && store.data == nil { throw ValidationError("--write-only needs --data, to say where to.") }
    }

    func run() throws {
        if let file = picture.picture {
            return try Demo.inPassing(leads: leads, seed: seed) { location in
                let recorder = try Recorder(location)
                let settings = Demo.settings(try SettingsFile.load())
                try picture.draw(Store(recorder, Rules(settings, zone: recorder.clock.zone)), to: file)
            }
        }
        guard store.data != nil else { return try Demo.open(leads: leads, seed: seed) }
        let location = store.location()
        try Demo.write(leads: leads, seed: seed, to: location)
        if writeOnly {
            Output.print("Wrote \(leads) leads to \(location.data)")
        } else {
            try ScreenSession.show(location, isDemo: true)
        }
    }

    /// The user's settings, with somebody to be for who has not said who they are.
    static func settings(_ own: Settings) -> Settings {
        var settings = own
        if settings.me == Settings.Me() {
            settings.me.name = "Robin Vale"
            settings.me.company = "Fernhill Supply"
            settings.me.valueLine = "spare parts at your door the morning after a line stops"
            settings.me.phone = "+1 312 555 0190"
        }
        return settings
    }

    /// Shows the demo in a folder that is removed afterwards.
    static func open(leads: Int, seed: UInt64) throws {
        try inPassing(leads: leads, seed: seed) { try ScreenSession.show($0, isDemo: true) }
    }

    /// Does something with the demo in a folder that is removed afterwards.
    private static func inPassing(leads: Int, seed: UInt64, _ act: (JournalPaths) throws -> Void) throws {
        guard let folder = Files.temporaryFolder("demo") else {
            throw Failure(
                sentence: "no folder for the demo can be made (\(systemWords(errno))); set TMPDIR",
                status: 73)
        }
        defer { Files.removeTree(folder) }
        let location = JournalPaths(data: folder + "/data", stateHome: folder + "/state")
        try write(leads: leads, seed: seed, to: location)
        try act(location)
    }

    /// Writes invented leads into a folder that holds none.
    private static func write(leads: Int, seed: UInt64, to location: JournalPaths) throws {
        // What is written does not depend on the user's settings, so that a mistake in them keeps nobody out.
        let recorder = try Recorder(location)
        let store = try Store(recorder, Rules(Settings(), zone: recorder.clock.zone))
        guard store.pipeline.leads.isEmpty else {
            throw Failure.badData("\(location.data) holds leads already; name an empty folder for the demo")
        }
        try DemoData(leads: leads, seed: seed, clock: store.clock).write(to: store.journal)
    }
}
