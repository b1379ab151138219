import Interface
import Pipeline
import Testing

/// What the user has done when a golden frame is taken.
struct Scene: Sendable, CustomStringConvertible {
    /// The name of its file.
    let name: String
    /// The sizes in which it is recorded.
    private(set) var sizes = [(80, 24), (120, 40), (60, 16)]
    let make: @Sendable (_ width: Int, _ height: Int) -> Pilot

    /// A scene that begins with the leads of `People`.
    init(_ name: String, _ act: @escaping @Sendable (Pilot) -> Void) {
        self.init(name, from: { Pilot($0, $1) }, act)
    }

    init(
        _ name: String, from start: @escaping @Sendable (_ width: Int, _ height: Int) -> Pilot,
        _ act: @escaping @Sendable (Pilot) -> Void
    ) {
        self.name = name
        make = { width, height in
            let pilot = start(width, height)
            act(pilot)
            return pilot
        }
    }

    var description: String { name }

    /// The same, recorded on a large screen too.
    var andLarge: Scene {
        var scene = self
        scene.sizes.append((200, 50))
        return scene
    }

    static let all =
        lists + numbers + calls + cards + popUps + forms + searches + messages + breakUps + answers + decisions
        + ImportScenes.all

    private static let lists: [Scene] = [
        Scene("today") { _ in },
        Scene("today-bottom") { $0.press("G") },
        Scene("leads") { $0.press("2") },
        Scene("leads-bottom") { $0.press("2 G") },
        Scene("marks") { $0.press("Space j Space") },
        Scene("marks-range") { $0.press("2 j Space V j j j") },
        Scene("first-start", from: { Pilot($0, $1, on: []) }) { _ in },
        Scene("nobody-left", from: { Pilot($0, $1, on: nobodyLeft) }) { _ in },
    ]

    private static let numbers: [Scene] = [
        Scene("numbers") { $0.press("6 P a") }.andLarge,
        Scene("numbers-log", from: { Pilot($0, $1, on: Scene.monthOfCalls) }) { $0.press("6 P m") }.andLarge,
        Scene("numbers-end") { $0.press("6 G") },
        Scene("pop-up-period") { $0.press("6 P") },
    ]

    private static let calls: [Scene] = [
        Scene("calls") { $0.press("c ]") }.andLarge,
        Scene("calls-talked") {
            $0.press("c ] t i j k")
            _ = $0.takeEffects()
        },
        Scene("calls-form") {
            $0.press("c t l")
            $0.type("fri")
        },
        Scene("calls-wide-name") { $0.press("c G ] ] ] ] ] ] ] ] ]") },
        Scene("calls-summary") {
            $0.press("c n v t i ] ] n m n Esc")
            _ = $0.takeEffects()
        }.andLarge,
    ]

    private static let cards: [Scene] = [
        Scene("card") { $0.press("Enter") },
        Scene("card-focus") { $0.press("j Enter") },
        Scene("card-scrolled") { $0.press("j Enter j j j j j j j") },
        Scene("card-end") { $0.press("j Enter G") },
        Scene("card-do-not-contact") {
            $0.find(People.ray)
            $0.press("Enter")
        },
        Scene("card-dead-number") {
            $0.find(People.tanaka)
            $0.press("Enter")
        },
        Scene("card-control-characters") {
            $0.find(People.eve)
            $0.press("Enter")
        },
        Scene("card-prospect") {
            $0.find(People.marta)
            $0.press("Enter")
        },
    ]

    private static let popUps: [Scene] = [
        Scene("pop-up-talked") { $0.press("t") },
        Scene("pop-up-channel") { $0.press("L") },
        Scene("pop-up-outcome") { $0.press("L p") },
        Scene("pop-up-prospect") { $0.press("j p") },
        Scene("pop-up-suspect") {
            $0.find(People.marta)
            $0.press("s")
        },
        Scene("pop-up-suspect-value") {
            $0.find(People.marta)
            $0.press("s m")
        },
        Scene("pop-up-wrong-key") { $0.press("L z") },
        Scene("pop-up-copy") {
            $0.find(People.jose)
            $0.press("y")
        },
        Scene("pop-up-open") {
            $0.find(People.ray)
            $0.press("o")
        },
        Scene("pop-up-which-number") {
            $0.find(People.dana)
            $0.press("y p")
        },
    ]

    private static let forms: [Scene] = [
        Scene("form-note") {
            $0.press("N")
            $0.type("Kit says: try again after Thanksgiving")
        },
        Scene("form-add") { $0.press("A") },
        Scene("form-add-refused") { $0.press("A Enter") },
        Scene("form-edit") { $0.press("j E") },
        Scene("form-edit-problem") {
            $0.press("j E Tab Tab Tab C-u")
            $0.type("call the office")
            $0.press("Enter")
        },
        Scene("form-next-step") { $0.press("f") },
        Scene("form-later-understood") {
            $0.press("t l")
            $0.type("tue 14:00")
        },
        Scene("form-later-problem") {
            $0.press("t l")
            $0.type("someday")
        },
        Scene("form-day-refused") { $0.press("t m Enter") },
        Scene("form-meeting") { $0.press("t m") },
        Scene("form-do-not-contact") { $0.press("D") },
        Scene("form-tags") {
            $0.find(People.dana)
            $0.press("Space Space #")
        },
        Scene("form-note-lines") {
            $0.press("N")
            $0.paste("Kit says:\ntry again after Thanksgiving, when the budget is known and the plant manager is back")
        },
        Scene("form-long-text") {
            $0.press("N")
            $0.type("A long note that goes on and on, beyond the width of any box, with 全角文字 in it and an end")
        },
    ]

    private static let searches: [Scene] = [
        Scene("filter-typing") { $0.type("/ma") },
        Scene("filter-kept") {
            $0.type("/co")
            $0.press("Enter")
        },
        Scene("filter-empty") { $0.press("/") },
        Scene("filter-mistake") { $0.type("/is:prospct") },
        Scene("filter-choices") { $0.type("/ma is:") },
        Scene("sort") { $0.press("S") },
        Scene("leads-sorted") { $0.press("2 S l") },
        Scene("today-sorted-filtered") {
            $0.type("/is:suspect")
            $0.press("Enter S n S r")
        },
        Scene("views", from: { Pilot($0, $1, views: views) }) { $0.press("F j") },
        Scene("views-mistake", from: { Pilot($0, $1, views: views) }) { $0.press("F G") },
        Scene("views-none") { $0.press("F") },
        Scene("views-delete", from: { Pilot($0, $1, views: views) }) { $0.press("F d") },
        Scene("view-shown", from: { Pilot($0, $1, views: views) }) { $0.press("2 F Enter") },
        Scene("filter-no-match") { $0.type("/nobody at all") },
        Scene("help") { $0.press("?") },
        Scene("help-search") {
            $0.press("?")
            $0.type("lead")
        },
        Scene("palette") { $0.press(":") },
        Scene("palette-search") {
            $0.press(":")
            $0.type("later")
        },
        Scene("palette-unavailable", from: { Pilot($0, $1, on: []) }) {
            $0.press(":")
            $0.type("in")
        },
        Scene("themes") { $0.press("T") },
        Scene("themes-moved") {
            $0.press("T j j")
            _ = $0.takeEffects()
        },
        Scene("help-nothing") {
            $0.press("?")
            $0.type("teleport")
        },
    ]

    private static let messages: [Scene] = [
        Scene("message-saved") {
            $0.press("n")
            _ = $0.takeEffects()
        },
        Scene("message-refused") {
            $0.find(People.ray)
            $0.press("n")
        },
        Scene("message-unknown-key") { $0.press("W") },
        Scene(
            "read-only", from: { Pilot($0, $1, readOnly: "Another program holds the journal; nothing can be saved.") }
        ) {
            _ in
        },
        Scene(
            "read-only-refused",
            from: { Pilot($0, $1, readOnly: "Another program holds the journal; nothing can be saved.") }
        ) { $0.press("n") },
    ]

    private static let views = [
        ViewChoice(SavedView(name: "Köln, heiß", filter: "is:suspect attempts<5", order: LeadOrder("-last"))),
        ViewChoice(SavedView(name: "most worth", filter: "", order: LeadOrder(.worth))),
        ViewChoice(
            SavedView(name: "odd", filter: "", order: nil),
            problem: "views/odd.json5:3: key “filter”: is:prospct is not known; did you mean is:prospect?"),
    ]

    /// One lead, tried today.
    static let nobodyLeft: [Entry] = {
        var past = Past()
        past.add(People.ines, "Ines Vogel", "2026-07-02T09:00", company: "Vogel Logistik") {
            $0.phones = [.init("+43 1 555 01 02", dead: true)]
        }
        past.tries(People.ines, .phone, .interested, at: "2026-11-23T07:55")
        past.did(People.ines, .next(on: People.day("2026-11-30"), why: nil), at: "2026-11-23T07:56")
        return past.entries
    }()
}
