import Pipeline
import Testing

@Suite("Method 4: criteria and tiers")
struct AssessmentTests {
    /// One criterion whose answers are worth `worths`, named by their place.
    private func settings(_ worths: [Double], weight: Double = 1) -> Settings {
        var settings = Settings()
        let answers = worths.enumerated().map { Criterion.Answer("\($0.offset)", $0.element) }
        settings.criteria = [Criterion("it", "How is it?", weight: weight, answers)]
        return settings
    }

    private let at = "2026-06-01T10:00:00Z"

    /// Records an assessment as the program does: completed first.
    private func assessed(_ answers: [String: String], _ settings: Settings) -> Told {
        var told = Told(Rules(settings))
        let draft = told.pipeline.completed(
            Draft(.assess(answers, criteria: nil, score: nil), lead: .ann, at: moment(at)))
        told.tell(draft.act, at: at)
        return told
    }

    @Test(
        arguments: [
            (0, 0, .bottom), (0.29, 29, .bottom), (0.34, 34, .bottom), (0.345, 34, .bottom), (0.3499, 34, .bottom),
            (0.35, 35, .maybe),
            (0.5, 50, .maybe), (0.69, 69, .maybe), (0.695, 69, .maybe), (0.6999, 69, .maybe),
            (0.7, 70, .top), (1, 100, .top),
        ] as [(Double, Int, Assessment.Tier)])
    func theTierIsOfTheScore(worth: Double, score: Int, tier: Assessment.Tier) {
        let lead = assessed(["it": "1"], settings([0, worth])).lead
        #expect(lead.assessment?.score == score)
        #expect(lead.assessment?.tier(MethodNumbers()) == tier)
        #expect(lead.assessment?.isOutdated == false)
    }

    @Test(
        arguments: [
            // 3 × 1 + 1 × 0 of 4; 3 × 0.5 + 1 × 1 of 4, rounded down. What is half answered has no score, and no tier.
            (["a": "yes", "b": "no"], 75), (["a": "so so", "b": "yes"], 62), (["a": "no", "b": "yes"], 25),
            (["b": "yes"], nil), (["a": "so so"], nil),
        ] as [([String: String], Int?)])
    func weightsCount(answers: [String: String], score: Int?) {
        var settings = Settings()
        let worths = [Criterion.Answer("no", 0), .init("so so", 0.5), .init("yes", 1)]
        settings.criteria = [Criterion("a", "?", weight: 3, worths), Criterion("b", "?", weight: 1, worths)]
        let assessment = assessed(answers, settings).lead.assessment
        #expect(assessment?.score == score)
        #expect((assessment?.tier(MethodNumbers()) == nil) == (score == nil))
        #expect(settings.criteria.unanswered(answers).isEmpty == (score != nil))
    }

    /// Before every criterion is answered the break-up still asks for an assessment.
    @Test func halfAnAssessmentIsNone() {
        var told = Told()
        told.tell(.assess(["size": "small"], criteria: nil, score: nil), at: at)
        #expect(told.breakUp("2026-06-01T12:00:00Z")?.verdict == .assess)
        #expect(told.section("2026-06-01T12:00:00Z") == .new)
        #expect(
            Settings().criteria.unanswered(["size": "small"]).map(\.name) == [
                "fit", "access", "budget", "need", "effort",
            ])
        #expect(Settings().criteria.unanswered(["size": "gigantic"]).count == 6)
    }

    @Test func sixAreShippedAndTheyReachFromNoughtToAHundred() {
        let criteria = Settings().criteria
        #expect(criteria.count == 6)
        #expect(Set(criteria.map(\.name)).count == 6)
        for criterion in criteria {
            #expect((2...5).contains(criterion.answers.count))
            #expect(criterion.answers.allSatisfy { (0...1).contains($0.worth) })
        }
        for (worth, score) in [(0.0, 0), (1, 100)] {
            var answers: [String: String] = [:]
            for criterion in criteria {
                answers[criterion.name] = criterion.answers.first { $0.worth == worth }?.name
            }
            #expect(answers.count == 6)
            #expect(assessed(answers, Settings()).lead.assessment?.score == score)
        }
    }

    @Test func underOtherCriteriaItSaysSoAndCountsUntilItIsRedone() {
        let old = assessed(["it": "1"], settings([0, 0.8, 1]))
        var other = Settings()
        other.criteria = settings([0, 0.1, 1]).criteria
        // Read again, by a program whose user has changed the criteria.
        var pipeline = Pipeline(Rules(other))
        pipeline.apply(old.entries)
        #expect(pipeline[.ann]?.assessment?.isOutdated == true)
        #expect(pipeline[.ann]?.assessment?.score == 80)
        #expect(pipeline[.ann]?.assessment?.tier(MethodNumbers()) == .top)
        let redone = pipeline.completed(
            Draft(.assess(["it": "1"], criteria: nil, score: nil), lead: .ann, at: moment(at)))
        pipeline.apply([Entry(id: Recorder.id(9), lead: .ann, at: redone.at, act: redone.act)])
        #expect(pipeline[.ann]?.assessment?.isOutdated == false)
        #expect(pipeline[.ann]?.assessment?.score == 10)
    }

    @Test func anotherQuestionIsNoOtherCriterionButAnotherWeightIs() {
        let criteria = settings([0, 0.5, 1]).criteria
        var reworded = criteria
        reworded[0].question = "Well?"
        #expect(reworded.digest == criteria.digest)
        for change in [
            { $0[0].weight = 2 }, { $0[0].name = "that" }, { $0[0].answers[1].worth = 0.6 },
            { $0[0].answers.removeLast() }, { $0.append($0[0]) },
        ] as [(inout [Criterion]) -> Void] {
            var other = criteria
            change(&other)
            #expect(other.digest != criteria.digest)
        }
    }

    /// A script may say itself under which criteria it assessed, and what that was worth.
    @Test(
        arguments: [
            (nil, nil, 80), (nil, 3, 80), ("today", nil, 80), ("today", 3, 80), ("others", 3, 3), ("others", nil, 80),
        ] as [(String?, Int?, Int)])
    func anAssessmentIsCompletedBeforeItIsRecorded(criteria: String?, score: Int?, expected: Int) {
        let pipeline = Pipeline(Rules(settings([0, 0.8])))
        let today = pipeline.rules.settings.criteria.digest
        let digest = criteria == "today" ? today : criteria
        let draft = Draft(.assess(["it": "1"], criteria: digest, score: score), lead: .ann, at: moment(at))
        let completed = Act.assess(["it": "1"], criteria: digest ?? today, score: expected)
        #expect(pipeline.completed(draft).act == completed)
        // Nothing else is changed.
        let note = Draft(.note("x"), lead: .ann, at: moment(at))
        #expect(pipeline.completed(note) == note)
    }

    @Test(
        arguments: [
            ([:], "“it”"), (["that": "1"], "“that”"), (["it": "7"], "“7”"), (["it": "1", "that": "1"], "“that”"),
        ])
    func answersThatMeanNothingAreRefused(answers: [String: String], says: String) {
        let told = Told(Rules(settings([0, 0.8])))
        let refusal = told.refusal(.assess(answers, criteria: nil, score: nil), at: at)
        #expect(refusal?.isRule == false)
        #expect(refusal?.sentence.contains(says) == true)
        #expect(told.refusal(.assess(["it": "1"], criteria: nil, score: nil), at: at) == nil)
    }

    @Test func undoAndRedo() {
        var told = assessed(["it": "0"], settings([0, 1]))
        let second = told.tell(.assess(["it": "1"], criteria: nil, score: nil), at: at)
        #expect(told.lead.assessment?.score == 100)
        let undo = told.tell(.undo([second]), at: at)
        #expect(told.lead.assessment?.score == 0)
        told.tell(.undo([undo]), at: at)
        #expect(told.lead.assessment?.score == 100)
    }

    @Test(arguments: [(Assessment.Tier.bottom, Section.decide), (.maybe, .new), (.top, .worthMore)])
    func whereTheTierPutsALead(tier: Assessment.Tier, section: Section) {
        let answer =
            switch tier {
            case .bottom: "0"
            case .maybe: "1"
            case .top: "2"
            }
        #expect(assessed(["it": answer], settings([0, 0.5, 1])).section("2026-06-01T12:00:00Z") == section)
    }
}
