import Pipeline
import Testing

@Suite("Method 3: “not interested”")
struct NotInterestedTests {
    /// What the answer to "may I try again?" makes of a lead, plain, compelling, and while leads are scarce.
    @Test(
        arguments: [
            (.later, "parked", "parked", "2026-12-10"), (.nextYear, "parked", "parked", "2027-06-10"),
            (.never, "let go", "let go", nil), (nil, "let go", "parked", "2026-12-10"),
        ] as [(Attempt.Again?, String, String, String?)])
    func theAnswer(again: Attempt.Again?, plain: String, wanted: String, until: String?) {
        for (isCompelling, isScarce) in [(false, false), (true, false), (false, true), (true, true)] {
            var settings = Settings()
            settings.leadsAreScarce = isScarce
            var told = Told(Rules(settings))
            if isCompelling { told.tell(.compelling("the only foundry in town"), at: "2026-06-01T10:00:00Z") }
            told.tell(Attempt(.phone, .notInterested, note: "go away", again: again), at: "2026-06-10T10:00:00Z")
            let place = told.place("2026-06-10T12:00:00Z")
            #expect(place.name == (isCompelling || isScarce ? wanted : plain))
            switch place {
            case .parked(let day, let why):
                #expect(day.description == until)
                #expect(why != nil)
            case .letGo(let why, let manner):
                #expect(why == (again == .never ? "asked not to be contacted" : "no desire"))
                #expect(manner == .quiet)
            default: Issue.record("\(place)")
            }
            #expect((told.lead.doNotContact != nil) == (again == .never))
        }
    }

    @Test(arguments: [
        ("2026-08-31", "2027-02-28", "2027-08-31"), ("2027-08-30", "2028-02-29", "2028-08-30"),
        ("2028-02-29", "2028-08-29", "2029-02-28"), ("2026-06-30", "2026-12-30", "2027-06-30"),
    ])
    func monthsEndWhereTheMonthDoes(said: String, later: String, nextYear: String) {
        for (again, until) in [(Attempt.Again.later, later), (.nextYear, nextYear)] {
            var told = Told()
            told.tell(Attempt(.phone, .notInterested, again: again), at: "\(said)T10:00:00Z")
            guard case .parked(let day, _) = told.place("\(said)T12:00:00Z") else {
                Issue.record("not parked")
                continue
            }
            #expect(day.description == until)
        }
    }

    @Test func theMonthsAreTheUsers() {
        var settings = Settings()
        settings.numbers.laterMonths = 2
        settings.numbers.nextYearMonths = 7
        for (again, until) in [(Attempt.Again.later, "2026-08-10"), (.nextYear, "2027-01-10")] {
            var told = Told(Rules(settings))
            told.tell(Attempt(.phone, .notInterested, again: again), at: "2026-06-10T10:00:00Z")
            guard case .parked(let day, _) = told.place("2026-06-10T12:00:00Z") else {
                Issue.record("not parked")
                continue
            }
            #expect(day.description == until)
        }
    }

    @Test func whoWasLetGoStaysSoWhateverTheySay() {
        for again in [Attempt.Again.later, .nextYear, nil] {
            for first in [Act.letGo(why: "a time waster", .goodbye), .doNotContact(words: "no")] {
                var told = Told()
                told.tell(first, at: "2026-06-01T10:00:00Z")
                let before = told.place("2026-06-10T12:00:00Z")
                told.tell(
                    Attempt(.phone, .notInterested, inbound: true, next: due("2026-07-01"), again: again),
                    at: "2026-06-10T10:00:00Z")
                #expect(told.place("2026-06-10T12:00:00Z") == before)
                #expect(told.lead.next == nil)
            }
        }
    }

    @Test func whatWasAgreedBeforeIsVoid() {
        var told = Told()
        told.tell(Attempt(.phone, .notNow, next: due("2026-07-01"), because: "budget"), at: "2026-06-01T10:00:00Z")
        told.tell(Attempt(.phone, .notInterested, next: due("2026-08-01"), again: .later), at: "2026-06-02T10:00:00Z")
        #expect(told.lead.next == nil)
        #expect(told.lead.putOffs.streak == 0)
    }

    @Test func undoAndRedo() {
        for again in Attempt.Again.allCases.map(Optional.some) + [nil] {
            var told = Told()
            let said = told.tell(Attempt(.phone, .notInterested, again: again), at: "2026-06-01T10:00:00Z")
            let after = told.place("2026-06-03T10:00:00Z")
            let undo = told.tell(.undo([said]), at: "2026-06-02T10:00:00Z")
            #expect(told.place("2026-06-03T10:00:00Z") == .onTheList)
            #expect(told.lead.doNotContact == nil)
            told.tell(.undo([undo]), at: "2026-06-02T11:00:00Z")
            #expect(told.place("2026-06-03T10:00:00Z") == after)
        }
    }
}
