import Pipeline
import Testing

@Suite("Check: what must not be recorded")
struct CheckTests {
    private let at = moment("2026-03-05T10:00:00Z")
    private let dial = Act.attempt(Attempt(.phone, .noAnswer))

    private func drafts(_ acts: [Act], of lead: LeadID? = .ann) -> [Draft] {
        acts.map { Draft($0, lead: lead, at: at) }
    }

    /// The place and the sentence of what is refused; nil when nothing is.
    private func check(_ drafts: [Draft], in pipeline: Pipeline) -> Pipeline.Refused? {
        do throws(Pipeline.Refused) {
            try pipeline.check(drafts)
            return nil
        } catch {
            return error
        }
    }

    private var onFile: Recorder {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann", phones: ["1"])))
        return recorder
    }

    @Test(arguments: [
        Act.attempt(Attempt(.phone, .noAnswer)), .note("x"), .edit(LeadEdit([.name], to: .named("Anna"))),
        .next(on: nil, why: nil), .doNotContact(words: nil), .trait(TraitFinding(.money, .yes)),
        .next(on: DueTime(Day(number: 20_600)), why: "ask"),
    ])
    func anActNeedsALeadOnFile(act: Act) {
        #expect(check(drafts([act]), in: onFile.pipeline) == nil)
        #expect(check(drafts([act], of: .bob), in: onFile.pipeline)?.refusal.sentence.contains("no lead") == true)
        #expect(check(drafts([act], of: nil), in: onFile.pipeline)?.refusal.sentence.contains("needs a lead") == true)
        var gone = onFile
        gone.undo(Recorder.id(1))
        #expect(check(drafts([act]), in: gone.pipeline) != nil)
    }

    @Test(
        arguments: [
            (.add(.named("Ann")), "on file already"), (.note(" \n"), "empty"), (.unknown("atempt"), "“atempt”"),
            (.allowContact(why: "they called"), "never asked"), (.undo([]), "“ref”"),
            (.undo([Recorder.id(9)]), "\(Recorder.id(9))"),
            (.undo([Recorder.id(1), Recorder.id(9)]), "\(Recorder.id(9))"),
            (.edit(LeadEdit([.name, .phones], to: .named(" "))), "needs a name"),
        ] as [(Act, String)])
    func whatMakesNoSenseIsRefused(act: Act, says: String) throws {
        let refusal = try #require(check(drafts([act]), in: onFile.pipeline)).refusal
        #expect(refusal.sentence.contains(says))
        guard case .bad = refusal else {
            Issue.record("\(refusal)")
            return
        }
    }

    @Test(arguments: [
        (LeadFields.named(""), false), (.named(" \t"), false), (.named("", phones: [" "], emails: [""]), false),
        (.named("Ann"), true), (.named("", phones: ["1"]), true), (.named("", emails: ["a@b.example"]), true),
    ])
    func aLeadNeedsSomethingToGoBy(fields: LeadFields, isTaken: Bool) {
        #expect((check(drafts([.add(fields)], of: .bob), in: onFile.pipeline) == nil) == isTaken)
        var withCompany = fields
        withCompany.company = "Example Ltd"
        #expect(check(drafts([.add(withCompany)], of: .bob), in: onFile.pipeline) == nil)
    }

    @Test func whoAskedNotToBeContactedIsNotToBeTried() throws {
        var recorder = onFile
        recorder.record(.doNotContact(words: "leave me alone"), at: "2026-03-04T23:30:00-05:00")
        for outcome in Outcome.allCases where outcome != .replied {
            let refused = try #require(
                check(drafts([.attempt(Attempt(.email, outcome))]), in: recorder.pipeline), "\(outcome)")
            guard case .rule(let sentence) = refused.refusal else {
                Issue.record("\(refused)")
                continue
            }
            #expect(
                sentence.contains("2026-03-05") && sentence.contains("“leave me alone”") && sentence.contains("Ann"))
            let inbound = Act.attempt(Attempt(.email, outcome, inbound: true))
            #expect(self.check(drafts([inbound]), in: recorder.pipeline) == nil)
        }
        for act in [
            Act.note("x"), .next(on: nil, why: nil), .edit(LeadEdit([.name], to: .named("B"))),
            .doNotContact(words: nil),
        ] {
            #expect(check(drafts([act]), in: recorder.pipeline) == nil)
        }
    }

    @Test func allowingContactNeedsAReasonInWords() {
        var recorder = onFile
        recorder.record(.doNotContact(words: nil))
        #expect(check(drafts([.allowContact(why: "  ")]), in: recorder.pipeline) != nil)
        #expect(check(drafts([.allowContact(why: "they called"), dial]), in: recorder.pipeline) == nil)
        #expect(check(drafts([dial, .allowContact(why: "they called")]), in: recorder.pipeline)?.place == 0)
    }

    @Test(
        arguments: [
            ([.add(.named("Bob")), .doNotContact(words: "no"), .attempt(Attempt(.phone, .noAnswer))], 2),
            ([.add(.named("Bob")), .attempt(Attempt(.phone, .doNotContact)), .attempt(Attempt(.phone, .noAnswer))], 2),
            (
                [
                    .add(.named("Bob")), .attempt(Attempt(.phone, .notInterested, again: .never)),
                    .attempt(Attempt(.fax, .sent)),
                ], 2
            ),
            (
                [
                    .add(.named("Bob")), .doNotContact(words: "no"), .allowContact(why: "yes"),
                    .attempt(Attempt(.phone, .busy)),
                ], nil
            ),
            ([.add(.named("Bob")), .add(.named("Bob"))], 1), ([.note("x"), .add(.named("Bob"))], 0),
            ([.add(.named("Bob")), .note("x"), .attempt(Attempt(.phone, .busy))], nil), ([], nil),
        ] as [([Act], Int?)])
    func eachActIsCheckedBehindThoseBeforeIt(acts: [Act], place: Int?) {
        #expect(check(drafts(acts, of: .bob), in: onFile.pipeline)?.place == place)
    }

    @Test func leadsOfOneBatchAreCheckedApart() {
        let batch = [
            Draft(.add(.named("Bob")), lead: .bob, at: at), Draft(.doNotContact(words: nil), lead: .bob, at: at),
            Draft(dial, lead: .ann, at: at), Draft(dial, lead: .bob, at: at),
        ]
        #expect(check(batch, in: onFile.pipeline)?.place == 3)
        #expect(check(Array(batch.prefix(3)), in: onFile.pipeline) == nil)
    }

    @Test func actsBehindAnUndoAreCheckedAsItLeavesThem() {
        var recorder = onFile
        let flag = recorder.record(.doNotContact(words: "no"), at: at.description)
        #expect(check(drafts([.undo([flag]), dial]), in: recorder.pipeline) == nil)
        let allowed = recorder.record(.allowContact(why: "they called"))
        #expect(check(drafts([dial]), in: recorder.pipeline) == nil)
        #expect(check(drafts([.undo([allowed]), dial]), in: recorder.pipeline)?.place == 1)
        #expect(check(drafts([dial, .undo([allowed])]), in: recorder.pipeline) == nil)
        #expect(check(drafts([.undo([Recorder.id(1)]), .note("x")]), in: recorder.pipeline)?.place == 1)
        #expect(check(drafts([.undo([Recorder.id(1)]), .add(.named("Ann"))]), in: recorder.pipeline) == nil)
    }

    @Test func anUndoOfAnUndoIsKnownAndCarriedOut() {
        var recorder = onFile
        let undo = recorder.undo(Recorder.id(1))
        #expect(check(drafts([.note("x")]), in: recorder.pipeline)?.place == 0)
        #expect(check(drafts([.undo([undo]), .note("x")]), in: recorder.pipeline) == nil)
    }

    @Test func checkingChangesNothing() {
        let recorder = onFile
        let before = recorder.pipeline.folded
        _ = check(drafts([dial, .doNotContact(words: nil), .undo([Recorder.id(1)]), dial]), in: recorder.pipeline)
        #expect(recorder.pipeline.folded == before)
    }

    /// A batch is refused where its acts would be, were they recorded one by one.
    @Test(arguments: 0..<5 as Range<UInt64>)
    func aBatchIsCheckedAsItsActsOneByOne(seed: UInt64) {
        var past = RandomEntries(seed: seed)
        var random = SplitMix64(seed: seed)
        var recorder = Recorder()
        for lead in [LeadID.ann, .bob, .cleo] { recorder.record(.add(.named("x")), of: lead) }
        var pipeline = recorder.pipeline
        var taken = 0
        for _ in 0..<80 {
            let entries = past.next(Int.random(in: 1...3, using: &random))
            // A draft has no id yet by which another of the batch could name it.
            let ids = Set(entries.map(\.id))
            let namesItself = entries.contains {
                if case .undo(let refs) = $0.act { !ids.isDisjoint(with: refs) } else { false }
            }
            if namesItself { continue }
            let drafts = entries.map { Draft($0.act, lead: $0.lead, at: $0.at) }
            let refused = check(drafts, in: pipeline)
            var oneByOne = pipeline
            let place = entries.indices.first { index in
                if check([drafts[index]], in: oneByOne) != nil { return true }
                oneByOne.apply([entries[index]])
                return false
            }
            #expect(refused?.place == place)
            if refused == nil { (pipeline, taken) = (oneByOne, taken + 1) }
        }
        // Or the test would show nothing.
        #expect((10..<70).contains(taken))
    }
}
