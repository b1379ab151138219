import FoundationEssentials
import Pipeline
import Testing

@Suite("Method 9: do not contact")
struct DoNotContactTests {
    private let asked = "2026-06-01T10:00:00Z"
    private let later = "2026-06-20T12:00:00Z"

    private func told(_ act: Act, _ rules: Rules = Rules()) -> Told {
        var told = Told(rules)
        told.tell(Attempt(.phone, .notNow, next: due("2026-06-10"), because: "budget"), at: "2026-05-20T10:00:00Z")
        told.tell(act, at: asked)
        return told
    }

    @Test(
        arguments: [
            (.doNotContact(words: "leave me alone"), "leave me alone"), (.doNotContact(words: nil), nil),
            (.attempt(Attempt(.phone, .doNotContact, note: "never again")), "never again"),
            (.attempt(Attempt(.email, .doNotContact, inbound: true)), nil),
            (.attempt(Attempt(.phone, .notInterested, note: "no", again: .never)), "no"),
        ] as [(Act, String?)])
    func whoAsksIsFlaggedLetGoAndNeverSuggested(act: Act, words: String?) throws {
        let told = told(act)
        let flag = try #require(told.lead.doNotContact)
        #expect(flag.since == moment(asked) && flag.words == words)
        #expect(told.place(later) == .letGo(why: "asked not to be contacted", .quiet))
        #expect(told.section(later) == nil)
        #expect(told.breakUp(later) == nil)
        #expect(told.lead.suggestedChannel(told.now(later)) == nil)
        #expect(told.lead.next == nil)
        #expect(told.lead.comesUp(told.now(later), Rules()) == nil)
        #expect(told.pipeline.nextDue(after: told.now("2026-06-01T12:00:00Z")) == nil)
    }

    @Test(arguments: Channel.allCases)
    func anOutboundAttemptIsRefusedWithTheDayAndTheWords(channel: Channel) throws {
        let told = told(.doNotContact(words: "leave me alone"))
        for outcome in Outcome.allCases where outcome != .replied {
            let refusal = try #require(told.refusal(.attempt(Attempt(channel, outcome)), at: later))
            #expect(refusal.isRule)
            #expect(refusal.sentence.contains("2026-06-01") && refusal.sentence.contains("“leave me alone”"))
            #expect(told.refusal(.attempt(Attempt(channel, outcome, inbound: true)), at: later) == nil)
        }
        #expect(told.refusal(.attempt(Attempt(channel, .replied)), at: later) == nil)
        #expect(told.refusal(.attempt(Attempt(channel, .sent, purpose: .goodbye)), at: later)?.isRule == true)
    }

    @Test(
        arguments: [
            (.next(on: due("2026-07-01"), why: nil), true), (.goodbye(override: "x"), true),
            (.park(until: day("2026-12-01"), why: nil), true), (.revive("they called"), true),
            (.keep("a hunch"), true), (.letGo(why: nil, .quiet), true), (.next(on: nil, why: nil), false),
            (.note("x"), false), (.doNotContact(words: "again"), false), (.trait(.init(.money, .yes)), false),
            (.edit(LeadEdit([.name], to: .named("Anna"))), false), (.order(5, isPity: false), false),
            (.allowContact(why: "they called"), false), (.signal(.apologised), false),
        ] as [(Act, Bool)])
    func whatElseIsRefused(act: Act, isRefused: Bool) {
        #expect((told(.doNotContact(words: nil)).refusal(act, at: later)?.isRule ?? false) == isRefused)
    }

    /// Other machines may have recorded what would have been refused here.
    @Test(arguments: [
        Act.add(.named("Anna", phones: ["1"])), .edit(LeadEdit([.name, .phones], to: .named("Anna"))),
        .next(on: due("2026-07-01"), why: nil), .goodbye(override: nil), .keep("a hunch"), .revive("they asked"),
        .park(until: day("2026-12-01"), why: "x"), .letGo(why: "x", .goodbye), .order(5, isPity: false),
        .attempt(Attempt(.phone, .interested)), .attempt(Attempt(.phone, .notInterested, again: .later)),
        .attempt(Attempt(.email, .replied, inbound: true, next: due("2026-07-01"))),
        .attempt(Attempt(.voicemail, .sent, purpose: .goodbye)),
    ])
    func nothingButThePermissionClearsIt(act: Act) {
        var told = told(.doNotContact(words: "leave me alone"))
        told.tell(act, at: "2026-06-02T10:00:00Z")
        #expect(told.lead.doNotContact?.words == "leave me alone")
        #expect(told.lead.doNotContact?.since == moment(asked))
        #expect(told.place(later) == .letGo(why: "asked not to be contacted", .quiet))
        #expect(told.lead.next == nil)
        #expect(told.section(later) == nil)
    }

    @Test func aPermissionClearsTheFlagAndOnlyARevivalBringsTheLeadBack() {
        var told = told(.doNotContact(words: "leave me alone"))
        #expect(told.refusal(.allowContact(why: " "), at: later)?.isRule == false)
        told.tell(.allowContact(why: "they called"), at: "2026-06-05T10:00:00Z")
        #expect(told.lead.doNotContact == nil)
        #expect(told.place(later).name == "let go")
        #expect(told.section(later) == nil)
        #expect(told.refusal(.attempt(Attempt(.phone, .noAnswer)), at: later) == nil)
        #expect(told.refusal(.allowContact(why: "again"), at: later)?.isRule == false)
        #expect(told.refusal(.revive("they asked"), at: later) == nil)
        told.tell(.revive("they asked"), at: "2026-06-06T10:00:00Z")
        #expect(told.place(later) == .onTheList)
        #expect(told.lead.round.number == 2)
        #expect(told.section(later) != nil)
    }

    @Test(
        arguments: [(nil, "leave me alone", 1), (" ", "leave me alone", 1), ("I said no", "I said no", 2)]
            as [(String?, String, Int)])
    func askedAgainTheirWordsAreNotLost(again: String?, words: String, day: Int) {
        var told = told(.doNotContact(words: "leave me alone"))
        told.tell(.doNotContact(words: again), at: "2026-06-02T10:00:00Z")
        #expect(told.lead.doNotContact?.words == words)
        #expect(told.lead.doNotContact?.since == moment("2026-06-0\(day)T10:00:00Z"))
    }

    @Test func undoAndRedo() {
        for act in [
            Act.doNotContact(words: nil), .attempt(Attempt(.phone, .doNotContact)),
            .attempt(Attempt(.phone, .notInterested, again: .never)),
        ] {
            var told = told(act)
            let undo = told.tell(.undo([Recorder.id(3)]), at: later)
            #expect(told.lead.doNotContact == nil)
            #expect(told.lead.next?.kind == .promise)
            told.tell(.undo([undo]), at: later)
            #expect(told.lead.doNotContact != nil)
            let permission = told.tell(.allowContact(why: "x"), at: later)
            told.tell(.revive("x"), at: later)
            told.tell(.undo([permission]), at: later)
            #expect(told.place(later).name == "let go")
            #expect(told.lead.doNotContact != nil)
        }
    }

    /// A slip is taken back the same day, before anything else is recorded; later only the permission clears it.
    @Test(
        arguments: [
            ("2026-06-01T10:00:01Z", nil, true), ("2026-06-01T23:59:59Z", nil, true),
            ("2026-06-02T00:00:00Z", nil, false),
            ("2026-06-01T11:00:00Z", .note("she meant it"), false),
            ("2026-06-01T11:00:00Z", .allowContact(why: "they called"), true),
            ("2026-07-01T11:00:00Z", .allowContact(why: "they called"), true),
        ] as [(String, Act?, Bool)])
    func anUndoIsNoWayAround(at: String, since: Act?, isTaken: Bool) throws {
        for act in [
            Act.doNotContact(words: nil), .attempt(Attempt(.phone, .doNotContact)),
            .attempt(Attempt(.phone, .notInterested, again: .never)),
        ] {
            var told = told(act)
            if let since { told.tell(since, at: "2026-06-01T10:30:00Z") }
            let refusal = told.refusal(.undo([Recorder.id(3)]), at: at, of: nil)
            #expect((refusal == nil) == isTaken)
            #expect(isTaken || refusal?.isRule == true && refusal?.sentence.contains("allow-contact") == true)
            // Taking back more than that is no way around either; taking back what came after is none.
            #expect((told.refusal(.undo([Recorder.id(2), Recorder.id(3)]), at: at) == nil) == isTaken)
            if since != nil { #expect(told.refusal(.undo([Recorder.id(4)]), at: at) == nil) }
        }
    }

    /// Put back, and taken back once more, is taken back all the same.
    @Test func aRedoIsNoWayAround() {
        var told = told(.doNotContact(words: nil))
        let slip = told.tell(.undo([Recorder.id(3)]), at: "2026-06-01T10:01:00Z")
        let redo = told.tell(.undo([slip]), at: "2026-06-01T10:02:00Z")
        #expect(told.lead.doNotContact != nil)
        #expect(told.refusal(.undo([redo]), at: "2026-06-01T10:03:00Z") == nil)
        #expect(told.refusal(.undo([redo]), at: later)?.isRule == true)
    }

    @Test func theDayIsTheUsers() throws {
        let rules = Rules(zone: Zone(name: "Here", offset: -18_000))
        var told = Told(rules)
        told.tell(.doNotContact(words: nil), at: "2026-06-02T04:59:59Z")
        let refusal = try #require(told.refusal(.attempt(Attempt(.phone, .busy)), at: later))
        #expect(refusal.sentence.contains("2026-06-01"))
        #expect(refusal.sentence.contains("“allow contact”"))
    }
}
