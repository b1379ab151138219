import Interface
import Pipeline
import Testing

/// The lists of those who are not called any more, and the pop-ups that decide about a lead.
extension Scene {
    static let decisions: [Scene] = [
        of("decide") { $0.press("3") },
        of("parked") { $0.press("4") },
        of("let-go") { $0.press("5 G") },
        Scene("decide-empty", from: { Pilot($0, $1, on: nobodyLeft) }) { $0.press("3") },
        Scene("parked-empty") { $0.press("4") },
        Scene("let-go-empty", from: { Pilot($0, $1, on: nobodyLeft) }) { $0.press("5") },
        of("form-let-go") {
            $0.press("3 x")
            $0.type("no budget")
        },
        of("pop-up-park") { $0.press("3 z") },
        of("form-park") {
            $0.press("3 z d")
            $0.type("mar 1")
        },
        of("form-keep-refused") { $0.press("3 K Enter") },
        of("form-revive") {
            $0.press("4 r")
            $0.type("the plant is built")
        },
        of("message-on-the-list") { $0.press("3 r") },
        of("message-undone") {
            $0.press("3 z 3 u")
            _ = $0.takeEffects()
        },
        of("form-view") {
            $0.type("/is:suspect")
            $0.press("Enter F s")
            $0.type("my own")
        },
        Scene("message-not-saved") {
            $0.diskProblem = "no space left on device"
            $0.press("n")
            _ = $0.takeEffects()
        },
        Scene("import-refused") {
            $0.press("I")
            $0.send(.folder(ImportScenes.listing("", ImportScenes.files)))
            $0.type("nowhere.csv")
            $0.send(.failed("nowhere.csv cannot be read (No such file or directory)"))
            _ = $0.takeEffects()
        },
    ]

    private static func of(_ name: String, _ act: @escaping @Sendable (Pilot) -> Void) -> Scene {
        Scene(name, from: { Pilot($0, $1, on: decided) }, act)
    }

    /// Everybody, and some of them parked or let go.
    private static let decided: [Entry] = {
        var past = Past()
        past.did(
            People.bruno, .park(until: People.day("2027-02-05").day, why: "the contract ends then"),
            at: "2026-10-30T09:00")
        past.did(People.kim, .park(until: People.day("2026-11-20").day, why: nil), at: "2026-11-13T09:00")
        past.did(People.jose, .letGo(why: "sells to nobody but his cousin", nil), at: "2026-11-12T15:30")
        past.did(People.eve, .letGo(why: nil, .goodbye), at: "2026-11-16T08:00")
        return People.entries + past.entries
    }()
}
