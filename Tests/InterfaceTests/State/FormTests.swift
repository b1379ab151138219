import Canvas
import FoundationEssentials
import Pipeline
import Testing

@testable import Interface

/// What is typed: it is checked, recorded once, and never lost.
@Suite("Forms") struct FormTests {
    @Test func aDayThatIsNotUnderstoodOrPastIsPointedOutAndNothingIsRecorded() {
        for (text, problem) in [("someday", "not a day"), ("2026-11-22", "that day is past"), ("", "when?")] {
            let pilot = Pilot()
            pilot.press("t m Tab")
            pilot.type("the budget")
            pilot.press("S-Tab")
            pilot.type(text)
            pilot.press("Enter")
            pilot.expect()
            #expect(pilot.screen.contains(problem))
            #expect(pilot.screen.contains("the budget"), "what was typed is lost")
            pilot.press("C-u")
            pilot.type("tomorrow")
            pilot.press("Enter")
            #expect(pilot.takeEffects().count == 1)
        }
    }

    @Test func whatARuleRefusesStaysInTheForm() {
        let pilot = Pilot()
        pilot.press("A Tab Tab")
        pilot.type("Director")
        pilot.press("Enter")
        pilot.expect()
        #expect(pilot.footer == " A lead needs a name, a company, a phone number or an e-mail address")
        #expect(pilot.screen.contains("Director"))
        pilot.press("S-Tab")
        pilot.type("Acme")
        pilot.press("Enter")
        var fields = LeadFields()
        fields.company = "Acme"
        fields.title = "Director"
        let lead = pilot.session.pipeline.leads.last?.id
        pilot.expectRecorded(.add(fields), of: lead, said: "Saved: added Acme")
    }

    @Test func whatTheDiskRefusesComesBackInTheForm() {
        let pilot = Pilot()
        pilot.diskProblem = "Not saved: the disk is full."
        pilot.press("N")
        pilot.type("a long story")
        pilot.press("Enter")
        pilot.expectRecorded(.note("a long story"), of: People.mira, said: "Saved: note · Mira Lindqvist")
        #expect(pilot.footer == " Not saved: the disk is full.")
        #expect(pilot.screen.contains("a long story"))
        pilot.diskProblem = nil
        pilot.press("Enter")
        pilot.expectRecorded(.note("a long story"), of: People.mira, said: "Saved: note · Mira Lindqvist")
        #expect(pilot.session.layers.isEmpty)
        pilot.send(.failed("Something else."))
        #expect(pilot.session.layers.isEmpty, "a form that was saved does not come back")
    }

    @Test(arguments: [
        ("ada", true), ("@example.com", true), ("ada@", true), ("a da@example.com", true), ("ada@example.com", false),
    ])
    func anAddressHasSomethingOnBothSidesOfItsSign(text: String, isRefused: Bool) {
        var field = FormField("E-mail", .emails)
        field.input = TextField(text)
        #expect((field.problem(People.morning) != nil) == isRefused)
    }

    @Test func whatTheDiskRefusesChangesNothing() {
        let pilot = Pilot()
        pilot.diskProblem = "Not saved: the disk is full."
        pilot.press("n")
        _ = pilot.takeEffects()
        #expect(pilot.footer == " Not saved: the disk is full.")
        #expect(pilot.selected == People.mira)
        #expect(pilot.session.pipeline[People.mira]?.entries.count == 3)
    }

    @Test func everyFieldCanBeChangedInTheLeastRoom() {
        let pilot = Pilot(60, 16)
        pilot.find(People.dana)
        pilot.press("E S-Tab S-Tab")
        #expect(pilot.screen.contains("Worth") && pilot.screen.contains("42000"))
        pilot.press("C-u")
        pilot.type("a lot")
        #expect(pilot.screen.contains("not an amount; try 12000 or 12k"))
        pilot.press("C-u")
        pilot.type("12k")
        for (label, text) in [("Country", "USA"), ("Region", "Illinois"), ("Address", "1 Main St")] {
            while !pilot.screen.contains(text) {
                pilot.press("Up")
                guard case .form(let form)? = pilot.session.layers.last else { return }
                if form.fields[form.current].label == label { pilot.type(text) }
            }
        }
        pilot.press("Enter")
        var fields = LeadFields()
        (fields.address, fields.region, fields.country) = ("1 Main St", "Illinois", "USA")
        fields.worth = 12_000
        guard case .record(let drafts, _)? = pilot.takeEffects().first, case .edit(let edit) = drafts[0].act else {
            Issue.record("nothing was changed")
            return
        }
        #expect(edit.changed == [.address, .region, .country, .worth])
        #expect(edit.values.address == fields.address && edit.values.region == fields.region)
        #expect(edit.values.country == fields.country && edit.values.worth == fields.worth)
    }

    @Test func anEditRecordsOnlyWhatChanged() {
        let pilot = Pilot()
        pilot.press("j E Tab Tab Tab Tab Tab Tab C-u")
        pilot.type("Gary")
        pilot.press("Enter")
        guard let fields = pilot.session.pipeline[People.dana]?.fields else { return }
        pilot.expectRecorded(
            .edit(LeadEdit([.city], to: fields)), of: People.dana, said: "Saved: changed Dana Whitfield")
        #expect(fields.city == "Gary")
        #expect(fields.phones.map(\.label) == [nil, "mobile"], "a label is lost")
        pilot.press("E Enter")
        pilot.expect()
        #expect(pilot.footer == " Nothing changed.")
        #expect(pilot.session.layers.isEmpty)
    }

    @Test func whatAnEditDoesNotTouchStaysEvenWhenALineOfTextCannotSayIt() {
        var past = Past()
        past.add(People.dana, "Dana", "2026-09-01T09:00") {
            $0.phones = [.init("030 1234, ext. 5"), .init("ask Kit")]
            $0.emails = [.init("dana at northgate")]
            $0.tags = ["a, b"]
            $0.note = " first\nsecond "
            $0.zone = "Chicago"
        }
        let pilot = Pilot(on: past.entries)
        let before = pilot.session.selected?.fields
        pilot.press("E Enter")
        pilot.expect()
        #expect(pilot.footer == " Nothing changed.")
        pilot.press("E")
        pilot.type(" Whitfield")
        pilot.press("Enter")
        #expect(pilot.takeEffects().count == 1)
        var wanted = before
        wanted?.name = "Dana Whitfield"
        #expect(pilot.session.selected?.fields == wanted)
    }

    @Test func readOnlyRefusesEveryRecordWithItsReason() {
        let reason = "Another program holds the journal; nothing can be saved."
        for keys in ["n", "t i", "p y y y", "L p n"] {
            let pilot = Pilot(readOnly: reason)
            pilot.press(keys)
            pilot.expect()
            #expect(pilot.footer == " \(reason)", "\(keys)")
        }
        for keys in ["N", "A"] {
            let pilot = Pilot(readOnly: reason)
            pilot.press(keys)
            pilot.type("text")
            pilot.press("Enter")
            pilot.expect()
            #expect(pilot.footer == " \(reason)", "\(keys)")
            #expect(pilot.screen.contains("text"))
        }
    }

    @Test func theOtherEffectsComeOut() {
        let pilot = Pilot(on: [])
        pilot.press("d C-z")
        pilot.expect(.openDemo, .suspend)
    }

    @Test func keysTypedAheadFindTheirWay() {
        let pilot = Pilot()
        pilot.type("tl2w")
        pilot.press("Enter")
        pilot.type("ntiN")
        pilot.type("hello")
        pilot.press("Enter")
        let acts = pilot.takeEffects().compactMap { effect -> Act? in
            if case .record(let drafts, _) = effect { drafts.first?.act } else { nil }
        }
        #expect(
            acts == [
                .attempt(Attempt(.phone, .notNow, next: People.day("2026-12-07"))),
                .attempt(Attempt(.phone, .noAnswer)),
                .attempt(Attempt(.phone, .interested)), .note("hello"),
            ])
    }

    @Test func aPasteIsOneLineOfTextAndNeverACommand() {
        let text = "n\nq\r\nu\u{2028}\u{1B}[31m\tend\n"
        let pilot = Pilot()
        let before = pilot.session.render().lines().dropLast()
        pilot.paste(text)
        pilot.expect()
        #expect(pilot.session.render().lines().dropLast() == before)
        #expect(pilot.footer == " Pasted text has no place here; open a form or the filter first.")
        pilot.press("f 3 d Tab")
        pilot.paste(text)
        #expect(pilot.session.layers.count == 1)
        pilot.press("Enter")
        guard case .record(let drafts, _)? = pilot.takeEffects().first, case .next(_, let why?) = drafts.first?.act
        else {
            Issue.record("no next step was recorded")
            return
        }
        #expect(!why.contains { $0.isNewline })
        #expect(why.hasPrefix("n q u "))
        for keys in ["t", "L", "p"] {
            let popUp = Pilot()
            popUp.press(keys)
            popUp.paste("i")
            popUp.expect()
            #expect(popUp.session.layers.count + popUp.session.pending.count == 1)
        }
    }
}
