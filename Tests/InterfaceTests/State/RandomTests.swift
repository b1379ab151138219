import Canvas
import Pipeline
import Testing

@testable import Interface

/// What holds whatever the user does, in any order and at any size.
@Suite("Anything at all") struct RandomTests {
    @Test(arguments: 0..<12) func whateverHappensTheScreensHold(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pilot = Pilot(on: [[], People.entries, People.entries + People.crowd(0..<100)][Int(seed % 3)])
        for step in 0..<400 {
            let action = Action(&random)
            action.act(on: pilot)
            check(pilot, "seed \(seed), step \(step), \(action)", readsText: step % 4 == 0)
            if step % 40 == 0 { walkSizes(pilot, &random, "seed \(seed), step \(step)") }
            _ = pilot.takeEffects()
        }
    }

    private func check(_ pilot: Pilot, _ what: String, readsText: Bool) {
        let session = pilot.session
        let frame = session.render()
        #expect(frame.size == session.size, "\(what)")
        if let cursor = frame.cursor { #expect(Rect(frame.size).contains(cursor), "\(what)") }
        for tab in Session.Tab.allCases {
            let isEmpty = session.lists.count(tab) == 0
            let row = session.lists[tab].selected.flatMap { session.lists.row(of: $0, tab, in: session.pipeline) }
            #expect((row == nil) == isEmpty, "\(tab), \(what)")
            if isEmpty { #expect(session.lists[tab].selected == nil, "\(tab), \(what)") }
        }
        #expect(session.focus == .list || session.selected != nil, "\(what)")
        #expect(session.pending.isEmpty || session.layers.isEmpty, "\(what)")
        #expect(session.layers.count < 3, "\(what)")
        if readsText { checkText(frame, what) }
    }

    private func checkText(_ frame: Frame, _ what: String) {
        for line in frame.lines() {
            #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(what)")
            #expect(Pilot.text.width(line) <= frame.size.width, "\(what)")
        }
        let letters = Set(Role.allCases.map(\.letter))
        for line in frame.roles() {
            #expect(line.count <= frame.size.width, "\(what)")
            #expect(line.allSatisfy { $0 == " " || letters.contains($0) || $0.isUppercase }, "\(what)")
        }
    }

    private func walkSizes(_ pilot: Pilot, _ random: inout SplitMix64, _ what: String) {
        let size = pilot.session.size
        let before = pilot.session.render()
        for _ in 0..<6 {
            pilot.resize(Int.random(in: 0...200, using: &random), Int.random(in: 0...50, using: &random))
            _ = pilot.session.render()
        }
        pilot.resize(size.width, size.height)
        #expect(pilot.session.render() == before, "\(what)")
    }

    @Test func everySceneIsDrawnAtEverySize() {
        let scenes = Scene.all.map { $0.make(80, 24) }
        let before = Dictionary(zip(Scene.all.map(\.name), scenes.map { $0.session.render() })) { $1 }
        for width in [1, 2, 7, 59, 60, 61, 79, 99, 100, 101, 137, 200] {
            for height in [1, 2, 15, 16, 17, 23, 50] {
                for pilot in scenes {
                    pilot.resize(width, height)
                    #expect(pilot.session.render().size == Size(width: width, height: height))
                }
            }
        }
        for pilot in scenes { _ = pilot.takeEffects() }
        for (scene, pilot) in zip(Scene.all, scenes) {
            pilot.resize(80, 24)
            #expect(pilot.session.render() == before[scene.name], "\(scene.name) is not as it was")
        }
    }

    @Test(arguments: [("", 7), ("3 b", 41), ("6", 53), ("c", 29), ("?", 61)])
    func resizingThroughEverySizeAndBackEndsWithTheSameScreen(_ keys: String, _ stride: Int) {
        let pilot = Pilot(200, 50)
        pilot.press(keys)
        let before = pilot.session.render()
        // Every width, and every height: each with a few of the other, and both down and up.
        var sizes: [Size] = []
        for width in (1...200).reversed() {
            sizes += [1, 15, 16, 24, 1 + width * stride % 50].map { Size(width: width, height: $0) }
        }
        for height in (1...50).reversed() {
            sizes += [1, 59, 60, 99, 100, 1 + height * stride % 200].map { Size(width: $0, height: height) }
        }
        for size in sizes + sizes.reversed() {
            pilot.resize(size.width, size.height)
            #expect(pilot.session.render().size == size)
        }
        pilot.resize(200, 50)
        #expect(pilot.session.render() == before)
        _ = pilot.takeEffects()
    }

    @Test(arguments: 0..<4) func undoneToTheEndEverythingIsAsItWas(_ seed: UInt64) {
        var random = SplitMix64(seed: seed &+ 100)
        let pilot = Pilot()
        let before = pilot.session.pipeline
        for _ in 0..<60 {
            pilot.press(
                random.pick([
                    "n Esc", "v Esc", "t i Esc", "p y y n Esc", "j", "k", "2", "1", "G", "g", "e Esc", "L f s Esc Esc",
                ]))
        }
        var steps = 0
        while pilot.session.message?.text != "There is nothing to take back.", steps < 200 {
            pilot.press("u")
            steps += 1
        }
        _ = pilot.takeEffects()
        for lead in before.leads {
            let after = pilot.session.pipeline[lead.id]
            #expect(after?.next == lead.next && after?.standing == lead.standing)
            #expect(after?.lifetime == lead.lifetime && after?.lastAttempt == lead.lastAttempt)
        }
        #expect(pilot.session.lists.total(.today) == 12)
    }
}

/// Something that happens to the screens.
private enum Action {
    case input(Input)
    case size(Int, Int)
    case clock(Int)
    case arrival(Act, LeadID)
    case disk(String?)
    case failure

    private static let keys: [Key] = {
        var keys = Command.all.flatMap(\.usualKeys).flatMap(\.self)
        keys += [.escape, .escape, .escape, .enter, .enter, .tab, .backTab, .backspace, .delete, .insert, .function(5)]
        keys += "yn?pvetlfdmac$w0 .@".map { Key.character($0) }
        keys += "aekufbw".map { Key.control($0) }
        let odd: [Character] = ["日", "e\u{301}", "\u{301}", "👩‍💻", "🇩", "\u{200D}"]
        return keys + odd.map { Key.character($0) }
    }()
    private static let pastes = [
        "", "\n", "tomorrow", "2w\n3d", "\u{1B}[2J\u{7}", "a\r\nb\tc", "\u{301}\u{301}", "日本語🇩🇪", "\u{600}", "x, y, @",
        "\u{9B}31m",
        String(repeating: "long 長 ", count: 60),
    ]
    private static let leads = [People.dana, People.omar, People.ines, People.ray, People.eve, LeadID(bits: 0xFFFF)]

    init(_ random: inout SplitMix64) {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<70: self = .input(.key(random.pick(Action.keys)))
        case 70..<78: self = .input(.paste(random.pick(Action.pastes)))
        case 78..<90:
            let place = Point(x: Int.random(in: -2...205, using: &random), y: Int.random(in: -2...52, using: &random))
            self = .input(
                .mouse(Mouse(at: place, kind: random.pick([.press, .press, .wheelDown, .wheelUp, .secondaryPress]))))
        case 90..<93:
            let (most, least) = random.oneIn(3) ? ((200, 50), (1, 1)) : ((200, 50), (60, 16))
            self = .size(
                Int.random(in: least.0...most.0, using: &random), Int.random(in: least.1...most.1, using: &random))
        case 93..<94: self = .clock(Int.random(in: 0..<40, using: &random))
        case 94..<98:
            let act: Act = random.pick([
                .add(LeadFields(name: "Late \u{1B}[0m")), .attempt(Attempt(.phone, .noAnswer)), .note("日\n本"),
                .next(on: People.day("2026-11-25"), why: "why"), .doNotContact(words: nil), .allowContact(why: "yes"),
                .edit(LeadEdit([.name], to: LeadFields(name: ""))),
            ])
            self = .arrival(act, random.pick(Action.leads))
        case 98: self = .disk(random.oneIn(2) ? "Not saved: the disk is full." : nil)
        default: self = .failure
        }
    }

    func act(on pilot: Pilot) {
        switch self {
        case .input(let input): pilot.send(.input(input))
        case .size(let width, let height): pilot.resize(width, height)
        case .clock(let hours):
            pilot.send(.clock(Now(pilot.session.now.moment.adding(seconds: Int64(hours) * 3600), zone: People.zone)))
        case .arrival(let act, let lead):
            let newest = pilot.session.pipeline.newestEntry(of: lead)
            let id = newest?.successor ?? EntryID(high: 1 << 45, low: 0)
            pilot.arrive([Entry(id: id, lead: lead, at: pilot.session.now.moment, act: act, device: 3)])
        case .disk(let problem): pilot.diskProblem = problem
        case .failure: pilot.send(.failed("Something\nfailed: \u{1B}[31m."))
        }
    }
}
