import Canvas
import Glibc
import Interface
import Journal
import Pipeline

/// The first picture of the screens, which is there before the whole journal is read.
struct Beginning {
    private let opening: Opening
    private let recorder: Recorder
    private let rules: Rules

    // Over a weekend, and as many rows as the highest window has.
    private static let days = 4
    private static let depth = 100

    /// What was kept the last time; nil when it cannot be believed, or when there is nothing to call.
    init?(_ recorder: Recorder, _ rules: Rules) {
        let now = recorder.clock.now
        guard let opening = recorder.journal.opening(on: now.today, premises: Beginning.premises(now)),
            !opening.outlook.rows.isEmpty
        else { return nil }
        (self.opening, self.recorder, self.rules) = (opening, recorder, rules)
    }

    /// The screens as they will first be; nil when that cannot be known.
    func session(_ look: Look, _ size: Size) -> Session? {
        let now = recorder.clock.now
        let rows = Session.mostRows(on: size)
        guard rows <= Beginning.depth else { return nil }
        // Both whose turn it is and how their rows read depend on the same few zones.
        var zones: [String: Zone?] = [:]
        func zone(_ name: String) -> Zone? {
            if let known = zones[name] { return known }
            let zone = ZoneFiles.zone(name)
            zones[name] = .some(zone)
            return zone
        }
        let leads = opening.outlook.leads(first: rows, at: now, rules.settings.numbers, zone: zone)
        guard var pipeline = opening.pipeline(of: leads, rules) else { return nil }
        pipeline.learnZones(zone)
        return Session(
            pipeline, now: now, size: size, text: Output.metrics, seed: 0, keymap: look.keymap,
            theme: look.theme.name, outlook: opening.outlook
        )
    }

    /// Keeps it for today and the days to come, unless that is done already.
    static func keep(_ recorder: Recorder, _ pipeline: Pipeline) {
        let now = recorder.clock.now
        let premises = premises(now)
        if recorder.journal.opening(on: now.today.adding(days: days - 1), premises: premises) != nil { return }
        let outlooks = (0..<days).map { later in
            let noon = now.zone.moment(of: now.today.adding(days: later), minute: 720)
            return Outlook(pipeline, at: Now(noon, zone: now.zone), depth: depth)
        }
        recorder.journal.keepOpening(outlooks, of: pipeline, premises: premises)
    }

    /// What it depends on besides the journal: the program, the user's zone and the settings.
    private static func premises(_ now: Now) -> String {
        var program = stat()
        _ = stat("/proc/self/exe", &program)
        let settings = Files.read(SettingsFile.path).map { String(decoding: $0, as: UTF8.self) } ?? "none"
        return "\(program.st_ino) \(program.st_size) \(program.st_mtim.tv_sec) \(program.st_mtim.tv_nsec) "
            + "\(now.zone.name) \(now.moment.offset)\n\(settings)"
    }
}
