import Pipeline
import Testing

@Suite("Method 10: scripts and their placeholders")
struct ScriptTests {
    private var me: Settings.Me {
        var me = Settings().me
        me.name = "Ada"
        me.company = "Northgate"
        me.valueLine = "boxes for bakers"
        me.phone = "555 0142"
        return me
    }

    private func lead(_ name: String, company: String? = "Fjord Foods") -> Lead {
        var told = Told()
        var fields = LeadFields(name: name)
        fields.company = company
        told.tell(.edit(LeadEdit([.name, .company], to: fields)), at: "2026-03-02T09:00:00Z")
        return told.lead
    }

    @Test(arguments: [
        ("{name}", "Greta Mikkelsen"), ("{first}", "Greta"), ("{company}", "Fjord Foods"), ("{day}", "on Tuesday"),
        ("{me}", "Ada"), ("{my company}", "Northgate"), ("{value}", "boxes for bakers"), ("{my phone}", "555 0142"),
        ("{first}{first}, {me}.", "GretaGreta, Ada."), ("no braces", "no braces"), ("", ""), ("{first", "{first"),
        ("first}", "first}"), ("}{first}{", "}Greta{"), ("{unknown}", "[unknown]"), ("{}", "[]"),
        ("{a{first}", "[a{first]"),
    ])
    func placeholdersAreFilledIn(text: String, expected: String) {
        #expect(Script(text).filled(for: lead("Greta Mikkelsen"), me: me, day: "on Tuesday") == expected)
    }

    @Test func whatIsNotKnownStandsInBrackets() {
        let script = Script("{name} {first} {company} {day} {me} {my company} {value} {my phone}")
        #expect(
            script.filled(for: lead(" ", company: nil), me: Settings().me)
                == "[name] [first] [company] [day] [me] [my company] [value] [my phone]")
    }

    /// A name is text, whatever it looks like.
    @Test func aNameWithBracesIsNotFilledInAgain() {
        #expect(Script("{name}").filled(for: lead("{me} {x}"), me: me) == "{me} {x}")
    }

    @Test func everyOccasionIsShippedAndFillsInCompletely() {
        for occasion in Script.Occasion.allCases {
            let script = Script.shipped(occasion)
            #expect(script.unknownPlaceholders == [], "\(occasion)")
            let said = script.filled(for: lead("Greta Mikkelsen"), me: me, day: "on Tuesday")
            #expect(said.contains("Greta") && !said.contains("[") && !said.contains("{"), "\(occasion): \(said)")
        }
        #expect(
            Script.Occasion.allCases.map(\.rawValue) == [
                "goodbye voicemail", "goodbye e-mail", "goodbye live message", "challenge question", "polite decline",
                "not interested",
            ])
        // The challenge question names the day that they named.
        #expect(Script.shipped(.challengeQuestion).text.contains("{day}"))
    }
}
