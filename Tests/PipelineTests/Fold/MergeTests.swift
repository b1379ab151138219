import FoundationEssentials
import Pipeline
import Testing

@Suite("Merge of duplicates: two leads that are one person")
struct MergeTests {
    private let now = Now.at("2026-03-10T12:00:00Z")

    /// Ann, 1, of January and Ann, 2, of February; each was tried and has details of its own.
    private func two() -> Morning {
        var morning = Morning()
        var (first, second) = (LeadFields.named("Ann"), LeadFields.named("Ann Smith"))
        first.phones = [.init("111"), .init("222")]
        first.emails = [.init("ann@home.example")]
        first.company = "Fjord Foods"
        first.city = "Oslo"
        first.tags = ["west", "old"]
        first.worth = 500
        first.extra = [.init("crm", .string("7")), .init("x", .int(1))]
        second.phones = [.init("222", dead: true), .init("333")]
        second.company = "Fjord Foods Ltd"
        second.tags = ["west", "new"]
        second.extra = [.init("crm", .string("8"))]
        morning.tell(1, at: "2026-01-05T08:00:00Z", .add(first))
        morning.tell(1, at: "2026-01-06T08:00:00Z", .tried(), .tried(.email), .notNow("2026-01-20"))
        morning.tell(2, at: "2026-02-05T08:00:00Z", .add(second))
        morning.tell(2, at: "2026-02-06T08:00:00Z", .tried(.voicemail), .notNow("2026-05-20"))
        return morning
    }

    private func lead(_ number: Int, _ morning: Morning) throws -> Lead {
        try #require(morning.pipeline[Morning.id(number)])
    }

    @Test func whatIsKnownOfOneFillsInWhatIsNotKnownOfTheOther() throws {
        var morning = two()
        morning.tell(1, at: "2026-03-01T08:00:00Z", .merge(Morning.id(2)))
        let fields = try lead(2, morning).fields
        #expect(fields.name == "Ann Smith")
        #expect(fields.company == "Fjord Foods Ltd")
        #expect(fields.city == "Oslo")
        #expect(fields.phones.map(\.number) == ["222", "333", "111"])
        #expect(fields.phones.map(\.dead) == [true, false, false])
        #expect(fields.emails.map(\.address) == ["ann@home.example"])
        #expect(fields.tags == ["west", "new", "old"])
        #expect(fields.worth == 500)
        #expect(fields.extra == [.init("crm", .string("8")), .init("x", .int(1))])
        #expect(try lead(1, morning).mergedInto == Morning.id(2))
        #expect(try !lead(1, morning).isOnFile)
    }

    /// The other way round a number that one of them knows to be dead is dead.
    @Test(arguments: [(1, 2), (2, 1)])
    func theWorkOfBothCounts(from: Int, into: Int) throws {
        var morning = two()
        morning.tell(from, at: "2026-03-01T08:00:00Z", .merge(Morning.id(into)))
        let lead = try lead(into, morning)
        #expect(lead.round.attempts == 5)
        #expect(lead.round.number == 1)
        #expect(lead.lifetime.attempts == 5)
        #expect(lead.lifetime.minutes == 2 + 5 + 2 + 2 + 2)
        #expect(lead.putOffs.streak == 2)
        #expect(lead.next?.due == due("2026-05-20"))
        #expect(lead.fields.phones.first { $0.number == "222" }?.dead == true)
        #expect(lead.fields.phones.first { $0.number == "111" }?.dead == false)
        // Five attempts and two that came on file, and the merge.
        #expect(morning.pipeline.history(of: lead).count == 8)
        let triage = morning.triage(now)
        #expect(triage.position(of: Morning.id(from), in: morning.pipeline) == nil)
        #expect(lead.payoff(now, Settings()).minutes == 13)
        let numbers = Numbers(morning.pipeline, from: day("2026-01-01"), to: day("2026-03-10"))
        #expect(numbers.dials == 4)
        #expect(numbers.attempts == [.phone: 3, .voicemail: 1, .email: 1])
    }

    @Test func whatIsRecordedSinceIsOfBoth() throws {
        var morning = two()
        morning.tell(1, at: "2026-03-01T08:00:00Z", .merge(Morning.id(2)))
        let wrong = Act.attempt(Attempt(.phone, .wrongNumber, number: "111"))
        morning.tell(2, at: "2026-03-02T08:00:00Z", wrong, .attempt(Attempt(.email, .bounced)))
        let fields = try lead(2, morning).fields
        #expect(fields.phones.map(\.dead) == [true, false, true])
        #expect(fields.emails.map(\.dead) == [true])
    }

    /// The other's wrong number says nothing about the number of the one.
    @Test func aNumberIsStruckWhereItStands() throws {
        var morning = Morning()
        morning.tell(1, at: "2026-01-05T08:00:00Z", .add(.named("Ann", phones: ["111"])))
        morning.tell(2, at: "2026-01-05T08:00:00Z", .add(.named("Ann", phones: ["222"])))
        morning.tell(1, at: "2026-01-06T08:00:00Z", .attempt(Attempt(.phone, .wrongNumber)), .merge(Morning.id(2)))
        let fields = try lead(2, morning).fields
        #expect(fields.phones.map(\.number) == ["222", "111"])
        #expect(fields.phones.map(\.dead) == [false, true])
    }

    @Test func undoneTheyAreTwoAgain() throws {
        var morning = two()
        let before = morning.pipeline.folded
        morning.tell(1, at: "2026-03-01T08:00:00Z", .merge(Morning.id(2)))
        let merged = morning.pipeline.folded
        let merge = try #require(morning.entries.last)
        morning.tell(1, at: "2026-03-02T08:00:00Z", .undo([merge.id]))
        #expect(morning.pipeline.folded == before)
        #expect(try lead(1, morning).isOnFile)
        let undo = try #require(morning.entries.last)
        morning.tell(1, at: "2026-03-03T08:00:00Z", .undo([undo.id]))
        #expect(morning.pipeline.folded == merged)
    }

    /// Taking back an import must not take along whoever was merged into what it brought.
    @Test func whoWasMergedIntoNobodyIsThereAgain() throws {
        var morning = two()
        let add = try #require(morning.entries.first { $0.lead == Morning.id(2) })
        morning.tell(1, at: "2026-03-01T08:00:00Z", .merge(Morning.id(2)))
        morning.tell(2, at: "2026-03-02T08:00:00Z", .undo([add.id]))
        #expect(try lead(1, morning).isOnFile)
        #expect(try !lead(2, morning).isOnFile)
        #expect(try lead(1, morning).round.attempts == 3)
    }

    @Test func aChainIsOnePersonAndACircleIsNone() throws {
        var morning = Morning()
        morning.add(1...4)
        for lead in 1...4 { morning.tell(lead, at: "2026-02-01T08:00:00Z", .tried()) }
        morning.tell(1, at: "2026-03-01T08:00:00Z", .merge(Morning.id(2)))
        morning.tell(2, at: "2026-03-01T09:00:00Z", .merge(Morning.id(3)))
        #expect(try lead(3, morning).round.attempts == 3)
        #expect(try lead(1, morning).mergedInto == Morning.id(3))
        // Two machines may each record half of a circle: the oldest speaks first.
        morning.tell(3, at: "2026-03-01T10:00:00Z", .merge(Morning.id(1)))
        #expect(try lead(3, morning).isOnFile)
        morning.tell(4, at: "2026-03-01T11:00:00Z", .merge(Morning.id(4)), .merge(Morning.id(9)))
        #expect(try lead(4, morning).isOnFile)
        morning.tell(4, at: "2026-03-01T12:00:00Z", .merge(Morning.id(1)))
        #expect(try lead(3, morning).round.attempts == 4)
    }

    @Test func whatMakesNoSenseIsRefused() {
        var morning = Morning()
        morning.add(1...3)
        func refusal(_ lead: Int, _ act: Act) -> Refusal? {
            do throws(Pipeline.Refused) {
                try morning.pipeline.check([Draft(act, lead: Morning.id(lead), at: now.moment)])
                return nil
            } catch {
                return error.refusal
            }
        }
        #expect(refusal(1, .merge(Morning.id(2))) == nil)
        #expect(refusal(1, .merge(Morning.id(1)))?.sentence.contains("itself") == true)
        #expect(refusal(1, .merge(Morning.id(9)))?.sentence.contains("no lead") == true)
        morning.tell(1, at: "2026-03-01T08:00:00Z", .merge(Morning.id(2)))
        #expect(refusal(2, .merge(Morning.id(1)))?.sentence.contains("circle") == true)
        #expect(refusal(1, .merge(Morning.id(3)))?.sentence.contains("was merged into") == true)
        #expect(refusal(1, .note("x"))?.sentence.contains("was merged into") == true)
        #expect(refusal(3, .merge(Morning.id(1))) == nil)
    }

    /// One step may add both, merge them, and go on with the one.
    @Test func aMergeInTheSameStep() {
        let fields = LeadFields.named("Ann", phones: ["1"])
        let drafts = [
            Draft(.add(fields), lead: .ann, at: now.moment), Draft(.add(fields), lead: .bob, at: now.moment),
            Draft(.doNotContact(words: "no"), lead: .ann, at: now.moment),
            Draft(.merge(.bob), lead: .ann, at: now.moment),
            Draft(.attempt(Attempt(.phone, .noAnswer)), lead: .bob, at: now.moment),
        ]
        func refused(_ drafts: [Draft]) -> Pipeline.Refused? {
            do throws(Pipeline.Refused) {
                try Pipeline().check(drafts)
                return nil
            } catch {
                return error
            }
        }
        #expect(refused(Array(drafts.prefix(4))) == nil)
        // The flag came with the merge.
        #expect(refused(drafts)?.place == 4)
        #expect(refused(drafts)?.refusal.isRule == true)
        #expect(refused([drafts[0], drafts[1], drafts[3], drafts[4]]) == nil)
        let circle = Draft(.merge(.ann), lead: .bob, at: now.moment)
        #expect(refused([drafts[0], drafts[1], drafts[3], circle])?.place == 3)
    }

    /// Whichever side was flagged, and whatever was allowed of the other before.
    @Test(arguments: [(1, 2), (2, 1), (1, 1), (2, 2)])
    func doNotContactSurvives(flagged: Int, into: Int) throws {
        var morning = two()
        let other = 3 - flagged
        morning.tell(flagged, at: "2026-02-20T08:00:00Z", .doNotContact(words: "never again"))
        morning.tell(other, at: "2026-02-21T08:00:00Z", .doNotContact(words: "no"), .allowContact(why: "they called"))
        morning.tell(3 - into, at: "2026-03-01T08:00:00Z", .merge(Morning.id(into)))
        #expect(try lead(into, morning).doNotContact?.words == "never again")
        #expect(try lead(into, morning).place(now).name == "let go")
        morning.tell(into, at: "2026-03-02T08:00:00Z", .allowContact(why: "they wrote"))
        #expect(try lead(into, morning).doNotContact == nil)
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func theOrderOfArrivalDoesNotMatter(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var morning = two()
        morning.add(3...3)
        morning.tell(2, at: "2026-02-20T08:00:00Z", .doNotContact(words: "no"))
        morning.tell(1, at: "2026-03-01T08:00:00Z", .merge(Morning.id(2)), .merge(Morning.id(3)))
        morning.tell(2, at: "2026-03-02T08:00:00Z", .merge(Morning.id(3)), .merge(Morning.id(1)))
        let merge = try #require(morning.entries.last)
        morning.tell(3, at: "2026-03-03T08:00:00Z", .allowContact(why: "x"), .tried(), .undo([merge.id]), .tried())
        for _ in 0..<5 {
            var pipeline = Pipeline()
            for entry in morning.entries.shuffled(using: &random) { pipeline.apply([entry]) }
            #expect(pipeline.folded == morning.pipeline.folded)
        }
    }
}
