import Canvas
import Pipeline
import Testing

@testable import Interface

/// What is recorded, taken back and refused.
@Suite("Recording") struct RecordingTests {
    @Test(arguments: [
        ("n", Attempt(.phone, .noAnswer), "no answer"), ("v", Attempt(.voicemail, .leftMessage), "voicemail"),
        ("m", Attempt(.liveMessage, .leftMessage), "message"), ("e", Attempt(.email, .sent), "e-mail, sent"),
        ("t i", Attempt(.phone, .interested), "interested"), ("t n", Attempt(.phone, .notInterested), "not interested"),
        ("t b", Attempt(.phone, .bought), "bought"), ("L f s", Attempt(.fax, .outOfService), "fax, out of service"),
        ("L p r", Attempt(.phone, .replied, inbound: true), "they called"),
        ("L e r", Attempt(.email, .replied, inbound: true), "e-mail, they got in touch"),
    ])
    func aKeyLogsItsAttempt(_ keys: String, _ attempt: Attempt, _ words: String) {
        let pilot = Pilot()
        pilot.press("\(keys)")
        pilot.expectRecorded(.attempt(attempt), of: People.mira, said: "Saved: \(words) · Mira Lindqvist")
        #expect(pilot.footer == " Saved: \(words) · Mira Lindqvist")
    }

    @Test func everyChannelAndOutcomeOfThePopUpIsLogged() {
        for channel in Channel.allCases {
            let first = Pilot()
            first.press("L")
            guard case .choice(let channels) = first.session.layers.last,
                let option = channels.options.first(where: { $0.title.hasSuffix(channel.title) })
            else {
                Issue.record("\(channel) is not offered")
                continue
            }
            #expect(Set(channels.options.map(\.key)).count == Channel.allCases.count)
            first.send(.input(.key(option.key)))
            guard case .choice(let outcomes) = first.session.layers.last else {
                Issue.record("\(channel) has no outcomes")
                continue
            }
            #expect(Set(outcomes.options.map(\.key)).count == outcomes.options.count)
            for outcome in outcomes.options {
                let pilot = Pilot()
                pilot.press("L \(option.key.name) \(outcome.key.name)")
                if !pilot.session.layers.isEmpty {
                    pilot.type("tomorrow")
                    pilot.press("Enter")
                }
                guard case .record(let drafts, _)? = pilot.takeEffects().first,
                    case .attempt(let attempt) = drafts.first?.act
                else {
                    Issue.record("\(channel) \(outcome.title) records nothing")
                    continue
                }
                #expect(attempt.channel == channel && attempt.outcome.title == outcome.title)
                #expect(attempt.inbound == (attempt.outcome == .replied))
            }
        }
    }

    @Test func callMeLaterAsksWhenAndWhatWillHaveChanged() {
        let pilot = Pilot()
        pilot.press("t l")
        pilot.type("tue 14:00")
        #expect(pilot.screen.contains("→ tomorrow 14:00"))
        pilot.press("Tab")
        pilot.type("the budget")
        pilot.press("Tab")
        pilot.type("was in a hurry")
        pilot.expect()
        pilot.press("Enter")
        pilot.expectRecorded(
            .attempt(
                Attempt(
                    .phone, .notNow, note: "was in a hurry", next: People.day("2026-11-24T14:00"), because: "the budget"
                )),
            of: People.mira, said: "Saved: not now · Mira Lindqvist")
        #expect(pilot.selected == People.dana)
    }

    @Test func withoutAReasonItIsAPutOff() {
        let pilot = Pilot()
        pilot.press("t l")
        pilot.type("2w")
        pilot.press("Enter")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .notNow, next: People.day("2026-12-07"))), of: People.mira,
            said: "Saved: not now · Mira Lindqvist")
        #expect(pilot.session.pipeline[People.mira]?.next?.kind == .putOff)
    }

    @Test func aDayThatIsNotUnderstoodOrPastIsPointedOutAndNothingIsRecorded() {
        for (text, problem) in [("someday", "not a day"), ("2026-11-22", "that day is past"), ("", "when?")] {
            let pilot = Pilot()
            pilot.press("t l Tab")
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

    @Test func whatTheDiskRefusesChangesNothing() {
        let pilot = Pilot()
        pilot.diskProblem = "Not saved: the disk is full."
        pilot.press("n")
        _ = pilot.takeEffects()
        #expect(pilot.footer == " Not saved: the disk is full.")
        #expect(pilot.selected == People.mira)
        #expect(pilot.session.pipeline[People.mira]?.entries.count == 3)
    }

    @Test func doNotContactIsRefusedWithTheDayAndTheWords() {
        let sentence =
            "Ray Stone asked on 2026-11-02 not to be contacted: “Take me off your list, please.”; nothing was logged. "
            + "Only “allow contact” with a reason clears this."
        for keys in ["n", "v", "m", "e", "t i", "t n", "t b", "L p n", "L t s"] {
            let pilot = Pilot()
            pilot.find(People.ray)
            pilot.press(keys)
            pilot.expect()
            #expect(pilot.session.message == Session.Message(kind: .refused, text: sentence), "\(keys)")
        }
        let pilot = Pilot()
        pilot.find(People.ray)
        pilot.press("t l")
        pilot.type("tomorrow")
        pilot.press("Enter")
        pilot.expect()
        #expect(pilot.session.message == Session.Message(kind: .refused, text: sentence))
        #expect(pilot.screen.contains("→ tomorrow"), "the form keeps its text")
        pilot.press("Esc L p r")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .replied, inbound: true)), of: People.ray, said: "Saved: they called · Ray Stone")
    }

    @Test func doNotContactIsSetWithTheWordsAndClearedWithAReason() {
        let pilot = Pilot()
        pilot.press("D")
        pilot.type("never again")
        pilot.press("Enter")
        pilot.expectRecorded(
            .doNotContact(words: "never again"), of: People.mira, said: "Saved: do not contact · Mira Lindqvist")
        pilot.find(People.mira)
        pilot.press("C-a Enter")
        pilot.expect()
        #expect(pilot.screen.contains("cannot be empty"))
        pilot.type("she called")
        pilot.press("Enter")
        pilot.expectRecorded(
            .allowContact(why: "she called"), of: People.mira, said: "Saved: Mira Lindqvist may be contacted again.")
    }

    @Test func threeTraitsAreOneStepToUndo() {
        let pilot = Pilot()
        pilot.press("p y y y")
        pilot.expectRecorded(
            .trait(TraitFinding(.money, .yes)), .trait(TraitFinding(.authority, .yes)),
            .trait(TraitFinding(.desire, .yes)),
            of: People.mira, said: "Saved: Mira Lindqvist is a prospect now.")
        #expect(pilot.session.selected?.standing == .prospect)
        pilot.press("u")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.footer == " Taken back: money yes and more · Mira Lindqvist. C-r puts it back.")
        #expect(pilot.session.selected?.standing == .suspect)
        #expect(pilot.session.selected?.traits.missing == Trait.allCases)
        pilot.press("C-r")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.session.selected?.standing == .prospect)
        pilot.press("u u")
        #expect(pilot.takeEffects().count == 1, "what others recorded is not taken back")
        #expect(pilot.footer == " There is nothing to take back.")
    }

    @Test func aTraitThatIsNotYesLeavesASuspectAndSaysWhich() {
        let pilot = Pilot()
        pilot.press("p y n ?")
        pilot.expectRecorded(
            .trait(TraitFinding(.money, .yes)), .trait(TraitFinding(.authority, .no)), of: People.mira,
            said: "Mira Lindqvist stays a suspect: authority is no, desire is unknown.")
        pilot.press("j p ?")
        pilot.expect()
        #expect(pilot.footer == " Dana Whitfield stays a suspect: desire is unknown.")
    }

    @Test func aProspectIsMarkedASuspectByTheTraitThatIsMissing() {
        let pilot = Pilot()
        pilot.find(People.marta)
        pilot.press("p")
        pilot.expect()
        #expect(pilot.footer == " Marta Nowak is a prospect already: money, authority and desire are all yes.")
        pilot.press("s a n")
        pilot.expectRecorded(
            .trait(TraitFinding(.authority, .no)), of: People.marta, said: "Saved: authority is no · Marta Nowak")
        #expect(pilot.session.selected?.standing == .suspect)
        pilot.press("s")
        pilot.expect()
        #expect(pilot.footer == " Marta Nowak is a suspect already: authority missing.")
    }

    @Test func afterUndoTheLeadThatCameBackIsSelected() {
        let pilot = Pilot()
        pilot.press("j j n")
        _ = pilot.takeEffects()
        #expect(pilot.selected == People.lena)
        pilot.press("u")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.selected == People.omar, "the corrected key would go to the wrong lead")
        pilot.press("C-r")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.selected == People.lena)
    }

    @Test func undoAndRedoSayWhenThereIsNothing() {
        let pilot = Pilot()
        pilot.press("u")
        #expect(pilot.footer == " There is nothing to take back.")
        pilot.press("C-r")
        #expect(pilot.footer == " There is nothing to put back.")
        pilot.expect()
    }

    @Test func anEditRecordsOnlyWhatChanged() {
        let pilot = Pilot()
        pilot.press("j E Tab Tab Tab Tab Tab C-u")
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
        for keys in ["N", "I"] {
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
        pilot.press("I")
        pilot.paste("~/leads.csv")
        pilot.press("Enter")
        pilot.expect(.importFile("~/leads.csv"))
        #expect(pilot.session.layers.isEmpty)
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
        pilot.press("N")
        pilot.paste(text)
        #expect(pilot.session.layers.count == 1)
        pilot.press("Enter")
        guard case .record(let drafts, _)? = pilot.takeEffects().first, case .note(let note) = drafts.first?.act else {
            Issue.record("no note was recorded")
            return
        }
        #expect(!note.contains { $0.isNewline })
        #expect(note.hasPrefix("n q u "))
        for keys in ["t", "L", "p"] {
            let popUp = Pilot()
            popUp.press(keys)
            popUp.paste("i")
            popUp.expect()
            #expect(popUp.session.layers.count + popUp.session.pending.count == 1)
        }
    }
}
