import Canvas
import Pipeline
import Terminal
import Testing

@testable import Interface

/// Works the screens as a user and the event loop do: presses keys, does what the effects ask for, and looks.
///
/// Every effect that comes out has to be stated by the test, in order, with `expect`; what was not stated when the
/// pilot leaves is a failure of the test.
final class Pilot {
    private(set) var session: Session
    /// Why nothing can be saved, for a disk that is full; nil for one that works.
    var diskProblem: String?
    /// What comes in from another machine right before the next entry is recorded.
    var arriving: [Entry] = []

    private var unstated: [Effect] = []
    private var recordings: UInt64 = 0
    private let location: SourceLocation
    private let themes: [ThemeChoice]

    /// The terminal's own measure: `wcwidth` in a UTF-8 locale.
    static let text = Terminal.textMetrics()
    static let device: UInt16 = 7

    init(
        _ width: Int = 80, _ height: Int = 24, on entries: [Entry] = People.entries, keymap: Keymap = .standard,
        theme: String = "dark", themes: [ThemeChoice] = ThemeChoice.shipped, views: [ViewChoice] = [],
        readOnly: String? = nil,
        _ location: SourceLocation = #_sourceLocation
    ) {
        var pipeline = Pipeline()
        pipeline.apply(entries)
        session = Session(
            pipeline, now: People.morning, size: Size(width: width, height: height), text: Pilot.text,
            device: Pilot.device,
            seed: 1, keymap: keymap, theme: theme, views: views,
            trouble: readOnly.map { Trouble("read-only", $0, isLasting: true) })
        self.themes = themes
        self.location = location
    }

    deinit {
        if !unstated.isEmpty {
            Issue.record("effects that the test did not state: \(unstated)", sourceLocation: location)
        }
    }

    // MARK: - What the user does

    /// Presses keys, given by their names with a blank between: `t l`, `C-d Enter`.
    func press(_ keys: String, _ location: SourceLocation = #_sourceLocation) {
        for name in keys.split(separator: " ") {
            guard let key = Key(name: String(name)) else {
                Issue.record("“\(name)” is no key", sourceLocation: location)
                continue
            }
            send(.input(.key(key)))
        }
    }

    /// Types text, a key for each character.
    func type(_ text: String) {
        for character in text { send(.input(.key(.character(character)))) }
    }

    /// Runs a command by itself, without its keys.
    func run(_ command: Command) {
        take(session.run(command))
    }

    /// Goes to a lead among all leads, row by row from the top.
    func find(_ lead: LeadID, _ location: SourceLocation = #_sourceLocation) {
        press("2 g")
        while selected != lead {
            let before = selected
            press("j")
            if selected == before {
                Issue.record("\(lead) is not among the leads", sourceLocation: location)
                return
            }
        }
    }

    func paste(_ text: String) { send(.input(.paste(text))) }

    func click(x: Int, y: Int) { send(.input(.mouse(Mouse(at: Point(x: x, y: y), kind: .press)))) }

    /// Clicks on the first place where the screen has this text.
    func click(_ text: String, _ location: SourceLocation = #_sourceLocation) {
        guard let place = place(of: text) else {
            Issue.record("“\(text)” is not on the screen:\n\(screen)", sourceLocation: location)
            return
        }
        click(x: place.x, y: place.y)
    }

    func wheel(_ kind: Mouse.Kind, x: Int, y: Int) { send(.input(.mouse(Mouse(at: Point(x: x, y: y), kind: kind)))) }

    func resize(_ width: Int, _ height: Int) { send(.resized(Size(width: width, height: height))) }

    func clock(_ text: String) { send(.clock(People.now(text))) }

    /// Names the other devices.
    func name(_ writers: [String?]) { session.writers = writers }

    /// Entries come in from another machine.
    func arrive(_ entries: [Entry]) { send(.arrived(entries)) }

    /// Hands an event in, and does what comes of it.
    func send(_ event: Event) {
        take(session.update(event))
    }

    private func take(_ effects: [Effect]) {
        for effect in effects {
            // Nobody but the user's folder knows them.
            if effect == .listThemes {
                send(.themes(themes))
                continue
            }
            unstated.append(effect)
            perform(effect)
        }
    }

    private func perform(_ effect: Effect) {
        guard case .record(let drafts, let said) = effect else { return }
        if let diskProblem { return send(.failed(diskProblem)) }
        if !arriving.isEmpty {
            send(.arrived(arriving))
            arriving = []
        }
        send(.recorded(drafts.map(entry), said: said))
    }

    private func entry(_ draft: Draft) -> Entry {
        recordings += 1
        return Entry(
            id: EntryID(high: 1 << 40 + recordings << 16, low: 0), lead: draft.lead, at: draft.at, act: draft.act,
            device: Pilot.device, margin: draft.margin)
    }

    // MARK: - What the test states

    /// States every effect since the last statement.
    func expect(_ effects: Effect..., location: SourceLocation = #_sourceLocation) {
        #expect(unstated == effects, sourceLocation: location)
        unstated = []
    }

    /// States that nothing came out but acts recorded of one lead in one step, and what was said about them.
    func expectRecorded(
        _ acts: Act..., of lead: LeadID?, said: String, location: SourceLocation = #_sourceLocation
    ) {
        guard unstated.count == 1, case .record(let drafts, let words) = unstated[0] else {
            Issue.record("not one step was recorded but \(unstated)", sourceLocation: location)
            unstated = []
            return
        }
        unstated = []
        #expect(drafts.map(\.act) == acts, sourceLocation: location)
        #expect(drafts.allSatisfy { $0.lead == lead && $0.at == session.now.moment }, sourceLocation: location)
        #expect(Set(drafts.map { $0.margin?.batch }).count == 1, "one step is one batch", sourceLocation: location)
        #expect((drafts[0].margin == nil) == (drafts.count == 1), sourceLocation: location)
        #expect(words == said, sourceLocation: location)
    }

    /// Takes the effects since the last statement, for tests to which it does not matter which.
    func takeEffects() -> [Effect] {
        defer { unstated = [] }
        return unstated
    }

    // MARK: - What the screen shows

    var lines: [String] { session.render().lines() }

    var screen: String { lines.joined(separator: "\n") }

    var footer: String { lines.last ?? "" }

    /// The cell where the screen first has this text.
    func place(of text: String) -> Point? {
        for (y, line) in lines.enumerated() {
            guard let range = line.firstRange(of: text) else { continue }
            return Point(x: Pilot.text.width(String(line[..<range.lowerBound])), y: y)
        }
        return nil
    }

    /// The row of the screen in which the selected lead stands.
    var selectionLine: Int? { lines.firstIndex { $0.contains("▌") } }

    var selected: LeadID? { session.selected?.id }
}

extension String {
    /// Where another text first stands in this one, scalar by scalar.
    fileprivate func firstRange(of other: String) -> Range<String.Index>? {
        let (whole, part) = (unicodeScalars, Array(other.unicodeScalars))
        var start = whole.startIndex
        while start < whole.endIndex {
            if whole[start...].starts(with: part) {
                return start..<(whole.index(start, offsetBy: part.count))
            }
            start = whole.index(after: start)
        }
        return nil
    }
}

extension SplitMix64 {
    /// One of `choices`, which has at least one.
    mutating func pick<Value>(_ choices: [Value]) -> Value { choices[Int.random(in: 0..<choices.count, using: &self)] }

    /// True once in `times`, on average.
    mutating func oneIn(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }
}

extension ThemeChoice {
    /// Those that come with the program, by name.
    static let shipped: [ThemeChoice] = Theme.shipped.keys.sorted().map { name in
        do {
            return ThemeChoice(name: name, about: try Theme.shipped(name).about)
        } catch {
            return ThemeChoice(name: name, about: "", problem: "\(error)")
        }
    }
}
