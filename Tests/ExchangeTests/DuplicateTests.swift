import Exchange
import Pipeline
import Testing

@Suite("Who is on file already is skipped")
struct DuplicateTests {
    enum Verdict { case added, skipped, inDoubt }

    private static let header = "Name;Company;Phone;Email;Title"

    @Test(
        "by what they share",
        arguments: [
            ("Ada;Acme;;ada@x.example;", "Bea;Beta;;ADA@X.example;", Verdict.skipped, "the same e-mail"),
            ("Ada;Acme;+44 20 7946 0000;;", "ada ;Beta;0044 (20) 7946-0000;;", .skipped, "the same name and phone"),
            ("Ada;;+44 (0)20 7946 0000;;", "Ada;;+44 20 7946 0000;;", .skipped, "the same name and phone"),
            ("Ada  Example;Acme Ltd.;;;", "ADA EXAMPLE;acme ltd;;;", .skipped, "the same name and company"),
            ("Zoë;Über AG;;;", "ZOË;ÜBER AG;;;", .skipped, "the same name and company"),
            ("Ada;Acme;0201;;", "Ada;Acme;;ada@x.example;", .skipped, "the same name and company"),
            (
                "Ada;Acme;;a@x.example;", "Ada;Acme;;b@x.example;", .inDoubt,
                "the same name and company, but other details"
            ),
            ("Ada;Acme;0201;;", "Ada;Acme;0202;;", .inDoubt, "the same name and company, but other details"),
            ("Ada;Acme;0201;;", "Ada;Acme;0201;b@x.example;", .skipped, "the same name and phone"),
            ("Ada;Acme;0201;;", "Bea;Acme;0201;;", .inDoubt, "the same phone"),
            ("Ada;Acme;0201;;", ";;0201;;", .inDoubt, "the same phone"),
            (";;0201;;", "Ada;Acme;0201;;", .inDoubt, "the same phone"),
            ("Ada;Acme;;;", "Ada;Beta;;;", .inDoubt, "the same name"),
            ("Ada;Acme;;;", "Ada;;;;", .inDoubt, "the same name"),
            ("Ada;Acme;;;", "Bea;Acme;;;", .added, ""),
            ("Ada;;;;", "Ada;;;;", .skipped, "the same in every field"),
            ("Ada;;;;Buyer", "Ada;;;;Seller", .inDoubt, "the same name"),
            (";Acme;;;", ";Acme;;;", .skipped, "the same in every field"),
            (";Acme;;;Buyer", ";Acme;;;", .inDoubt, "the same company, and both without a name"),
            (";;0201;;", ";;02 01;;", .skipped, "the same phone, and both without a name"),
            (";Acme;0201;;", ";;0201;;", .skipped, "the same phone, and both without a name"),
            (";;0201;;", ";Acme;0201;;", .skipped, "the same phone, and both without a name"),
            (";Acme;0201;;", ";Beta;0201;;", .inDoubt, "the same phone"),
            (";;0201;a@x.example;", ";;0201;b@x.example;", .inDoubt, "the same phone"),
            (";;;a@x.example;", ";;;A@x.example;", .skipped, "the same e-mail"),
            (";;+44 0201 1;;", ";;+45 0201 1;;", .added, ""),
        ])
    func pairs(first: String, second: String, verdict: Verdict, why: String) throws {
        let file = try read("\(DuplicateTests.header)\n\(first)\n\(second)\n")
        let inFile = ImportPlan(rows: file.rows, existing: [])
        let later = ImportPlan(rows: Array(file.rows[1...]), existing: onFile(Array(file.rows[..<1])))
        let line = ImportMatch.Other.line(2)
        let lead = ImportMatch.Other.lead(LeadID(bits: 1))
        for (decision, other) in [(inFile.decisions[1], line), (later.decisions[0], lead)] {
            switch (verdict, decision) {
            case (.added, .add): break
            case (.skipped, .skip(let match)), (.inDoubt, .doubt(let match)):
                #expect(match.why == why)
                #expect(match.other == other)
            default: Issue.record("\(decision)")
            }
        }
        let both = verdict == .skipped ? onFile(Array(file.rows[..<1])) : onFile(file.rows)
        #expect(ImportPlan(rows: file.rows, existing: both).added == 0)
    }

    @Test("by the record of the same system, whatever else has changed")
    func records() throws {
        let header = "Record ID,First Name,Last Name,Email,Contact owner,Lifecycle Stage"
        let old = try read("\(header)\n1,Ada,Example,ada@x.example,,\n").rows
        let new = try read("\(header)\n1,Ada,Married,ada@y.example,,\n2,Ada,Example,,,\n").rows
        let plan = ImportPlan(rows: new, existing: onFile(old))
        #expect(plan.decisions[0] == .skip(ImportMatch(other: .lead(LeadID(bits: 1)), why: "the same record")))
        #expect(plan.inDoubt == 1)
    }

    @Test("but the same id in another system is another record")
    func otherSystem() throws {
        let hubSpot = try read("Record ID,First Name,Lifecycle Stage,Contact owner\n7,Ada,,\n").rows
        let pipedrive = try read("Person - ID,Person - Name\n7,Bea\n").rows
        #expect(ImportPlan(rows: pipedrive, existing: onFile(hubSpot)).decisions == [.add])
    }

    @Test("different records of one system contradict the same name and company")
    func contradictingRecords() throws {
        let rows = try read("Record ID,First Name,Company Name,Lifecycle Stage\n1,Ada,Acme,\n2,Ada,Acme,\n").rows
        #expect(ImportPlan(rows: rows, existing: []).inDoubt == 1)
        #expect(ImportPlan(rows: rows, existing: onFile(rows)).added == 0)
    }

    @Test("the short and the long id of a Salesforce record are one")
    func salesforce() throws {
        let long = try read("Id,LastName,LeadSource\n00Q000000000001AAA,Example,Web\n").rows
        let short = try read("Lead ID,Last Name,Lead Owner,Lead Source\n00Q000000000001,Other,Sam,Web\n").rows
        #expect(ImportPlan(rows: short, existing: onFile(long)).skipped == 1)
    }

    @Test("a column that the user calls the record is one without a system")
    func chosenRecord() throws {
        let rows = try read("No,Name\n1,Ada\n", map: [("No", "record")]).rows
        let again = try read("No,Name\n1,Bea\n", map: [("No", "record")]).rows
        #expect(ImportPlan(rows: again, existing: onFile(rows)).skipped == 1)
    }

    @Test("a row that is nobody is left, and who is skipped is still not to be contacted")
    func nobody() throws {
        let rows = try read("Name,City,Email,DNC\nAda,,a@x.example,\n,Dover,,\nAda,,a@x.example,yes\n").rows
        let plan = ImportPlan(rows: rows, existing: [])
        #expect(plan.decisions[1] == .leave)
        #expect((plan.added, plan.skipped, plan.inDoubt, plan.left) == (1, 1, 0, 1))
        #expect(plan.forbidden.map(\.whom) == [.line(2)])
        #expect(plan.forbidden.map(\.words) == ["DNC was yes in list.csv"])
    }

    @Test("a thousand who share a name, a company or a switchboard all come in, once")
    func crowds() throws {
        for row in ["Ada;Acme;0201%;;", "Person %;Acme;0201;;", ";Firm %;0201;;", ";;;;%"] {
            let text = (0..<1000).map { number in
                row.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\(number)")
            }
            let rows = try read("\(DuplicateTests.header)\n" + text.joined(separator: "\n")).rows
            let plan = ImportPlan(rows: rows, existing: [])
            #expect(plan.added + plan.left == 1000)
            #expect(ImportPlan(rows: rows, existing: onFile(rows)).added == 0)
        }
    }
}
