import Canvas
import Pipeline
import Testing

@testable import Interface

/// The page of numbers: a tab without a list.
@Suite("Numbers") struct NumbersTests {
    @Test func theTabHasNoLeadAndSaysSo() {
        let pilot = Pilot()
        pilot.press("6 n")
        #expect(pilot.session.tab == .numbers)
        #expect(pilot.selected == nil)
        #expect(pilot.footer.contains("There is no lead here"))
        pilot.press("/")
        #expect(pilot.session.layers.isEmpty && pilot.footer.contains("2 opens a list of them"))
        pilot.press("1")
        #expect(pilot.selected == People.mira)
        pilot.expect()
    }

    @Test(arguments: [("j", 1), ("C-d", 21), ("j k", 0), ("C-d C-u", 0), ("G g", 0)])
    func theKeysOfAListScrollIt(_ keys: String, _ top: Int) {
        let pilot = Pilot()
        pilot.press("6 \(keys)")
        #expect(pilot.session.pageTop == top)
        pilot.expect()
    }

    @Test func itScrollsToItsEndAndNoFurther() {
        let pilot = Pilot()
        pilot.press("6 G")
        let end = pilot.session.render()
        #expect(pilot.lines[22].hasPrefix("╰"))
        pilot.press("j C-d G")
        #expect(pilot.session.render() == end)
        pilot.wheel(.wheelUp, x: 5, y: 5)
        #expect(pilot.session.render() != end)
        pilot.wheel(.wheelDown, x: 5, y: 5)
        #expect(pilot.session.render() == end)
    }

    @Test func itsDaysAreChosenByKeyAndNowhereElse() {
        let pilot = Pilot()
        pilot.press("P")
        #expect(pilot.session.pending.isEmpty && pilot.footer.contains("6 opens it"))
        pilot.press("6")
        #expect(pilot.session.account?.numbers.dials == 1)
        for (key, period) in [("w", Period.week), ("m", .month), ("y", .year), ("a", .all), ("t", .today)] {
            pilot.press("P \(key)")
            let wanted = Numbers(
                pilot.session.pipeline, from: period.first(pilot.session.now.today), to: pilot.session.now.today)
            #expect(pilot.session.account?.numbers == wanted)
            #expect(pilot.screen.contains(period.title))
        }
        pilot.expect()
    }

    @Test func whatArrivesOrIsUndoneAndAnotherDayAreCounted() {
        let pilot = Pilot()
        pilot.press("6")
        func dials() -> Int? { pilot.session.account?.numbers.dials }
        #expect(dials() == 1)
        var past = Past()
        past.tries(People.bruno, .phone, .noAnswer, at: "2026-11-23T08:00")
        pilot.arrive(
            past.entries.map {
                Entry(id: EntryID(high: 1 << 50, low: 0), lead: $0.lead, at: $0.at, act: $0.act, device: 3)
            })
        #expect(dials() == 2)
        pilot.press("1 n 6")
        #expect(dials() == 3)
        pilot.press("u")
        #expect(dials() == 2)
        pilot.clock("2026-11-24T08:00")
        #expect(dials() == 0)
        _ = pilot.takeEffects()
    }

    @Test func itIsNotCountedAgainWhileNothingChanges() {
        var session = Pilot().session
        _ = session.update(.input(.key(.character("6"))))
        session.account = Account(Pipeline(), session.now, session.period, before: nil)
        #expect(session.account?.holds(session.pipeline, session.now, session.period) == false)
        _ = session.update(.input(.key(.character("j"))))
        #expect(session.account?.holds(session.pipeline, session.now, session.period) == true)
        #expect(session.account?.holds(session.pipeline, People.now("2026-11-24T00:01"), session.period) == false)
        #expect(session.account?.holds(session.pipeline, session.now, .all) == false)
    }
}
