import FoundationEssentials
import Pipeline
import Testing

@Suite("Filter: the terms of the language")
struct FilterTermTests {
    /// Stalling, on watch, tried by phone and e-mail, last on 25 March and next on 2 April.
    private func told() -> Told {
        var told = Told(added: "2026-03-02T08:00:00Z")
        var fields = LeadFields.named("Zoë Müller", phones: ["+49 (30) 123-45"], emails: ["zoe@example.com"])
        fields.company = "Grün GmbH"
        fields.city = "St Paul"
        fields.tags = ["warm", "2026 q1"]
        fields.source = "trade fair"
        fields.zone = "America/Chicago"
        fields.worth = 12_000
        if let edit = LeadEdit(from: told.lead.fields, to: fields) {
            told.tell(.edit(edit), at: "2026-03-02T08:00:00Z")
        }
        told.tell(Attempt(.phone, .noAnswer), at: "2026-03-10T10:00:00Z")
        told.tell(Attempt(.email, .sent, note: "the brochure"), at: "2026-03-12T10:00:00Z")
        told.tell(.trait(TraitFinding(.money, .yes)), at: "2026-03-13T10:00:00Z")
        told.tell(Attempt(.phone, .notNow, next: due("2026-03-20")), at: "2026-03-16T10:00:00Z")
        told.tell(Attempt(.phone, .notNow, next: due("2026-04-02")), at: "2026-03-25T10:00:00Z")
        told.tell(.signal(.blamesThem), at: "2026-03-26T10:00:00Z")
        return told
    }

    @Test(arguments: [
        // What a lead is.
        ("is:suspect", true), ("is:prospect", false), ("is:customer", false), ("is:stalling", true),
        ("is:fresh", false), ("is:lingering", false), ("is:watch", true), ("is:antithesis", false), ("is:dnc", false),
        ("is:\"do not contact\"", false), ("is:disqualified", false), ("is:due", false), ("is:untried", false),
        ("is:unreachable", false), ("is:waiting", false), ("is:compelling", false), ("is:kept", false),
        ("is:back", false), ("is:callable", false), ("IS:Suspect", true), ("is:susp", true), ("is=suspect", true),
        ("is:prospect,suspect", true), ("is:prospect,customer", false), ("-is:prospect", true), ("-is:suspect", false),
        ("tier:none", true), ("tier:top", false), ("-tier:top", true), ("place:\"on the list\"", true),
        ("place:on-the-list", true), ("place:onthelist", true), ("place:parked", false), ("place:let", false),
        ("section:none", true), ("section:any", false), ("section:\"call back\"", false), ("section:callback", false),
        ("channel:email", true), ("channel:e-mail", true), ("channel:phone,fax", true), ("channel:letter", false),
        ("channel:none", false), ("channel:any", true), ("money:yes", true), ("authority:unknown", true),
        ("desire:no", false), ("budget:unasked", true), ("process:disqualifying", false), ("decision:satisfied", false),
        // How much.
        ("attempts>=4", true), ("attempts>4", false), ("attempts<5", true), ("attempts<=3", false),
        ("attempts=4", true),
        ("attempts:4", true), ("attempts:3", false), ("channels=2", true), ("putoffs>=2", true), ("put-offs=2", true),
        ("snoozes<1", true), ("minutes=11", true), ("rounds=1", true), ("orders=0", true), ("cycles=0", true),
        ("earned=0", true), ("worth>10000", true), ("worth>10k", true), ("worth>=12k", true), ("worth>12k", false),
        ("worth<0.1m", true), ("worth=12000.00", true), ("score<35", false), ("score>=0", false), ("score:none", true),
        ("score:any", false), ("worth:any", true), ("worth:none", false), ("-score<35", true),
        // When: what is past.
        ("last>4d", true), ("last>5d", false), ("last>=5d", true), ("last<6d", true), ("last<1w", true),
        ("last<2d", false), ("last=5d", true), ("last>30d", false), ("added>2w", true), ("added>4w", false),
        ("added>=4w", true), ("added<1m", true), ("added>1y", false), ("last:2026-03-25", true),
        ("last>2026-03-24", true),
        ("last<2026-03-25", false), ("last=mar-25", true), ("last=\"25 march\"", true), ("last=25.3.", true),
        ("last=wed", true), ("last<today", true), ("last=today", false), ("last<yesterday", true), ("last>dec-1", true),
        ("last:never", false), ("last:any", true), ("left:none", true), ("left>1d", false),
        ("added<\"3 weeks\"", false),
        // When: what is to come.
        ("next=3d", true), ("next>2d", true), ("next<1w", true), ("next<today", false), ("next>today", true),
        ("next>tomorrow", true), ("next=apr-2", true), ("next=thu", true), ("next:put-off", true),
        ("next:promise", false), ("next:none", false), ("next:any", true), ("until:none", true), ("until<1y", false),
        // Texts.
        ("name:zoe", true), ("name:MÜLLER", true), ("name:grün", false), ("company:grun", true),
        ("city:\"st paul\"", true),
        ("city:paul", true), ("city=paul", false), ("city=\"St. Paul\"", false), ("city=\"ST PAUL\"", true),
        ("city:chicago", false), ("zone:chicago", true), ("chicago", false), ("tag:warm", true), ("tag:war", true),
        ("tag=war", false), ("tag:\"2026 q1\"", true), ("tag:cold,warm", true), ("tag:none", false),
        ("-tag:warm", false),
        ("source:fair", true), ("phone:12345", true), ("phone:(30)", true), ("email:example", true),
        ("note:none", true),
        ("site:any", false), ("region:none", true), ("country:x", false), ("title:any", false),
        // All together.
        ("zoe is:stalling attempts>=4 -tag:cold", true), ("zoe is:stalling attempts>4", false), ("brochure", true),
        ("-brochure", false), ("\"the brochure\"", true), ("\"brochure the\"", false), ("-\"the brochure\"", false),
        ("“the brochure”", true), ("\"the broch", true), ("city:\"st pa", true), ("\"is:prospect\"", false),
        ("smith or zoe", true), ("smith or jones", false), ("smith or zoe -brochure", false),
        ("zoe -brochure or is:watch", true), ("zoe or", false), ("or zoe", false), ("zoe \"or\" smith", false),
        ("smith OR zoe", true), ("-", true), ("- zoe", true), ("12:30", false), (":", false), ("=", false),
    ])
    func aTermHoldsOrNot(text: String, holds: Bool) throws {
        #expect(try told().lead.passes(text) == holds)
    }

    @Test(arguments: [
        ("is:prospct", "is:prospct is not known; did you mean is:prospect?"),
        ("is:parked", "is:parked is not known; did you mean place:parked?"),
        ("is:s", "is:s may be suspect, stalling; write a little more of it"),
        ("zoe is:xyzzy", "is:xyzzy is not known; it can be suspect, prospect, customer,"),
        ("is:", "is:… what? suspect, prospect,"), ("tier:", "tier:… what? top, maybe, bottom, none"),
        ("is>3", "“is” takes “:” and a word, as is:suspect"),
        ("plase:parked", "there is no term “plase:”; did you mean place:?"),
        ("foo:bar", "there is no term “foo:”; in quotes it is looked for as it stands. There are: is,"),
        ("https://x.example", "there is no term “https:”"), ("attempts>=", "attempts>=… what? a number, as 20 or 10k"),
        ("attempts>=x", "attempts>=x: “x” is no number"), ("attempts>-1", "attempts>-1: “-1” is no number"),
        ("worth>1.2.3", "worth>1.2.3: “1.2.3” is no number"), ("worth>k", "worth>k: “k” is no number"),
        ("score=1,2", "score=1 takes one value; with “or” there can be more"),
        ("last>soon", "last>soon: “soon” is no day; say today, 30d, 2w, nov-30 or 2026-11-30"),
        ("last>", "last>… what? today, 30d, 2w, nov-30, none"), ("next<14:00", "next<14:00: “14:00” is no day"),
        ("city>x", "city is text: city:x has it, city=x is all of it"), ("city:", "city:… what? any words, or none"),
        ("section:promissed", "section:promissed is not known; did you mean section:promised?"),
        ("zoe or is:", "is:… what?"), ("-is:", "is:… what?"),
    ])
    func aMistakeNamesTheTermAndWhatCouldBeMeant(text: String, sentence: String) {
        do throws(FilterMistake) {
            _ = try Filter(text, .filtering)
            Issue.record("“\(text)” was taken")
        } catch {
            #expect(error.description.hasPrefix(sentence), "\(error)")
        }
    }

    @Test func statesOfOthersAreFoundAsWell() throws {
        var told = told()
        told.tell(.order(amount("500"), isPity: false), at: "2026-03-27T10:00:00Z")
        #expect(try told.lead.passes("is:customer orders=1 earned>=500 is:fresh"))
        told.tell(.question(QuestionFinding(.budget, .disqualifying)), at: "2026-03-27T11:00:00Z")
        #expect(try told.lead.passes("is:disqualified budget:disqualifying section:decide"))
        told.tell(.keep("he is my brother"), at: "2026-03-28T10:00:00Z")
        #expect(try told.lead.passes("is:kept"))
        told.tell(.park(until: day("2026-06-01"), why: nil), at: "2026-03-28T11:00:00Z")
        #expect(try told.lead.passes("place:parked until>2m left<3d -is:due"))
        told.tell(.doNotContact(words: "no"), at: "2026-03-29T10:00:00Z")
        #expect(try told.lead.passes("is:dnc place:let-go next:none left=yesterday"))
    }

    /// A lead that came on file with a waiting call, and everything that looks at all leads at once.
    @Test func allAtOnceFindsWhatEachByItselfDoes() throws {
        var random = SplitMix64(seed: 4)
        var recorder = Recorder()
        for number in 0..<40 {
            let id = LeadID(bits: UInt64(number) + 100)
            recorder.record(.add(.named("Lead \(number % 7) Zoë", phones: ["030 \(number)"])), of: id)
            if random.oneIn(2) { recorder.record(.attempt(Attempt(.phone, .noAnswer, note: "note \(number)")), of: id) }
            if random.oneIn(3) { recorder.record(.attempt(Attempt(.phone, .notNow)), of: id) }
        }
        let pipeline = recorder.pipeline
        let triage = Triage(pipeline, now: .filtering)
        var texts = SearchTexts()
        texts.extend(to: pipeline, atMost: 7)
        #expect(texts.count == 7)
        texts.extend(to: pipeline)
        for text in [
            "zoe \"lead 3\"", "lead -\"lead 3\"", "attempts>0", "section:new or note", "-section:none 1",
            "\"lead 5\" last:any",
        ] {
            let filter = try Filter(text, .filtering)
            let found = filter.matching(pipeline, texts, triage)
            for (place, lead) in pipeline.leads.enumerated() {
                let isFound = filter.matches(lead, .filtering, Rules())
                #expect(found[place] == isFound, "\(text)")
                #expect(filter.matches(place, in: pipeline, texts, triage) == isFound)
            }
            #expect(found.contains(true) && found.contains(false), "\(text) tells nothing")
            let among = pipeline.leads.indices.map { $0 % 2 == 0 }
            #expect(filter.matching(pipeline, texts, triage, among: among) == zip(found, among).map { $0 && $1 })
        }
    }

    @Test func aTextThatIsRenewedIsTheNewOne() throws {
        var recorder = Recorder()
        for number in 0..<20 {
            recorder.record(.add(.named("Lead \(number)")), of: LeadID(bits: UInt64(number) + 100))
        }
        var texts = SearchTexts()
        texts.extend(to: recorder.pipeline)
        let long = String(repeating: "word ", count: 2000)
        for round in 0..<60 {
            let id = LeadID(bits: UInt64(round % 20) + 100)
            recorder.record(.note("round \(round) \(long)"), of: id)
            if let place = recorder.pipeline.place(of: id) { texts.renew(place, in: recorder.pipeline) }
        }
        let triage = Triage(recorder.pipeline, now: .filtering)
        for (text, count) in [
            ("\"round 59\"", 1), ("round", 20), ("\"lead 7\"", 1), ("\"round 0 \"", 1), ("rounds", 0),
        ] {
            let found = try Filter(text, .filtering).matching(recorder.pipeline, texts, triage)
            #expect(found.count { $0 } == count, "\(text)")
        }
    }
}

@Suite("Orders to look through leads in") struct LeadOrderTests {
    private func pipeline() -> Pipeline {
        var recorder = Recorder()
        var first = LeadFields.named("Bob")
        (first.company, first.worth) = ("Zeta", 10)
        var second = LeadFields.named("ann")
        (second.company, second.worth) = ("alpha", 200)
        recorder.record(.add(first), of: .bob)
        recorder.record(.add(second), of: .ann)
        recorder.record(.add(.named("Cleo")), of: .cleo)
        recorder.record(.attempt(Attempt(.phone, .notNow, next: due("2026-05-01"))), of: .bob)
        recorder.record(.attempt(Attempt(.phone, .notNow, next: due("2026-04-01T14:00"))), of: .ann)
        recorder.record(.attempt(Attempt(.phone, .noAnswer)), of: .ann)
        return recorder.pipeline
    }

    private static let (ann, bob, cleo) = (LeadID.ann, LeadID.bob, LeadID.cleo)

    @Test(arguments: [
        ("name", [ann, bob, cleo]), ("-name", [cleo, bob, ann]), ("company", [ann, bob, cleo]),
        ("-company", [bob, ann, cleo]), ("last", [ann, bob, cleo]), ("-last", [bob, ann, cleo]),
        ("next", [ann, bob, cleo]), ("-next", [bob, ann, cleo]), ("worth", [ann, bob, cleo]),
        ("-worth", [bob, ann, cleo]), ("attempts", [ann, bob, cleo]), ("-attempts", [cleo, bob, ann]),
        ("added", [cleo, ann, bob]), ("-ADDED", [bob, ann, cleo]), ("score", [ann, bob, cleo]),
        ("-score", [ann, bob, cleo]),
    ])
    func whoHasMostComesFirstAndWhoHasNoneLast(text: String, wanted: [LeadID]) {
        let pipeline = pipeline()
        let order: LeadOrder? = LeadOrder(text)
        var roster = Roster(pipeline, by: order)
        #expect(order != nil)
        #expect((0..<roster.count).map { roster[$0] } == wanted)
        #expect(wanted.enumerated().allSatisfy { roster.position(of: $1, in: pipeline) == $0 })
        for lead in wanted { roster.place(lead, in: pipeline) }
        #expect((0..<roster.count).map { roster[$0] } == wanted)
    }

    @Test(arguments: ["", "-", "nam", "--name", "name "]) func whatNamesNoOrderIsNone(text: String) {
        #expect(LeadOrder(text) == nil)
    }

    @Test func anOrderIsWrittenAsItIsRead() {
        for key in LeadOrder.Key.allCases {
            for isReversed in [false, true] {
                let order = LeadOrder(key, isReversed: isReversed)
                #expect(LeadOrder(order.description) == order)
            }
        }
    }

    @Test func worthBeyondAllBoundsIsSortedToo() {
        var recorder = Recorder()
        var fields = LeadFields.named("Ann")
        fields.worth = amount("1e60")
        recorder.record(.add(fields))
        #expect(Roster(recorder.pipeline, by: LeadOrder(.worth)).count == 1)
    }
}

@Suite("Views are kept in files") struct SavedViewTests {
    private func read(_ text: String) throws(SettingsMistake) -> SavedView {
        try SavedView(name: "v", file: Array(text.utf8), .filtering)
    }

    @Test func aViewIsReadAsItIsWritten() throws {
        for view in [
            SavedView(name: "v", filter: "city:\"st paul\" -is:dnc", order: LeadOrder("-last")),
            SavedView(name: "v", filter: "", order: LeadOrder(.score)),
            SavedView(name: "v", filter: "back\\slash", order: nil),
        ] {
            #expect(try read(view.commented) == view)
        }
        #expect(try read("{ filter: 'a', // mine\n }") == SavedView(name: "v", filter: "a", order: nil))
        #expect(try read("{}") == SavedView(name: "v", filter: "", order: nil))
    }

    @Test(arguments: [
        ("{ filter: 'is:x' }", 1, "is:x is not known"), ("{\n sort: 'up' }", 2, "“up” is no order"),
        ("{\n filter: 3 }", 2, ""), ("{\n\n flter: 'a' }", 3, ""), ("{", 1, ""),
    ])
    func aMistakeNamesItsLine(text: String, line: Int, what: String) {
        do throws(SettingsMistake) {
            _ = try read(text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.line == line && error.description.contains(what), "\(error)")
        }
    }

    @Test(arguments: ["", "  ", "a/b", ".hidden", "..", "a\u{1B}b", String(repeating: "x", count: 101)])
    func aNameThatIsNoneOfAFileIsRefused(name: String) {
        #expect(SavedView.problem(ofName: name) != nil)
    }

    @Test func aNameMayBeOfSeveralWords() {
        #expect(SavedView.problem(ofName: "Köln, heiß") == nil)
    }
}
