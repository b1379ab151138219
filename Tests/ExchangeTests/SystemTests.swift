import Exchange
import Pipeline
import Testing

@Suite("The exports of the known systems")
struct SystemTests {
    @Test("come in with every name, company, title, phone and e-mail", arguments: Fixture.all)
    func everything(_ fixture: Fixture) throws {
        let file = try read(fixture.text)
        #expect(file.system == fixture.system)
        #expect(file.rows.map(summary) == fixture.rows)
        #expect(file.rows.map(\.recordID) == fixture.records ?? fixture.rows.map { _ in nil })
        #expect(file.rows.allSatisfy { $0.system == fixture.system })
        #expect(file.rows.flatMap(\.problems) == [])
    }

    @Test("bring the same people again as nobody new", arguments: Fixture.all)
    func threeTimes(_ fixture: Fixture) throws {
        let rows = try read(fixture.text).rows
        let people = rows.filter { !$0.isEmpty }
        var existing: [(LeadID, LeadFields)] = []
        #expect(ImportPlan(rows: rows, existing: existing).added == people.count)
        existing = onFile(people)
        for _ in 0..<2 {
            let plan = ImportPlan(rows: rows, existing: existing)
            #expect(plan.added == 0)
            #expect(plan.skipped == people.count)
            #expect(plan.left == rows.count - people.count)
        }
        let twice = ImportPlan(rows: rows + rows, existing: [])
        #expect(twice.added == people.count)
    }

    @Test("lose no cell: what has no field is kept under its header", arguments: Fixture.all)
    func nothingLost(_ fixture: Fixture) throws {
        let file = try read(fixture.text)
        for column in file.columns where column.target == .extra {
            let kept = file.rows.compactMap { extra(column.header, of: $0) }
            #expect(column.samples.allSatisfy(kept.contains), "\(column.header)")
        }
    }

    @Test("Google: labels are tags without their star, notes keep their lines, the postcode joins the street")
    func google() throws {
        let row = try read(Fixture.all[1].text).rows[0].fields
        #expect(row.tags == ["Bakers", "myContacts"])
        #expect(row.note == "Likes\nmornings")
        #expect(row.address == "1 Rue Inventée, 75000")
        #expect(row.city == "Paris")
        #expect(row.region == "Île-de-France")
        #expect(row.site == "https://dupont.example")
    }

    @Test("LinkedIn: the profile is the site as well as the record")
    func linkedIn() throws {
        let file = try read(Fixture.all[0].text)
        #expect(file.rows[0].fields.site == "https://www.linkedin.com/in/ada-example")
        #expect(file.rows.map(\.line) == [6, 7, 8])
    }

    @Test("HubSpot: the associated company is kept where it differs from the company name")
    func hubSpot() throws {
        let rows = try read(Fixture.all[3].text).rows
        #expect(extra("Associated Company", of: rows[0]) == "Muster AG Holding")
        #expect(extra("Associated Company", of: rows[1]) == nil)
        #expect(rows[0].fields.source == "OFFLINE")
        #expect(rows[0].fields.country == "Germany")
    }

    @Test("Apollo: the company name for e-mails is a decoy, and lists are tags")
    func apollo() throws {
        let row = try read(Fixture.all[9].text).rows[0]
        #expect(extra("Company Name for Emails", of: row) == "Sample")
        #expect(row.fields.tags == ["Q3", "West"])
        #expect(row.fields.site == "https://sample-inc.example")
    }

    @Test("Outlook: the title is the honorific, and fax and assistant are known by their labels")
    func outlook() throws {
        let row = try read(Fixture.all[10].text).rows[0]
        #expect(extra("Title", of: row) == "Dr.")
        #expect(row.fields.tags == ["Doctors", "VIP"])
        let jobless = try read("Last Name,Title,E-mail Address,Business Phone,Job Title\nExample,Dr.,,0201,\n").rows[0]
        #expect(summary(jobless) == "Example |  |  | 0201 (work) | ")
    }

    @Test(
        "who asked not to be called stays uncalled",
        arguments: [
            ("DoNotCall", "true", true), ("DoNotCall", "1", true), ("Do Not Call", "Yes", true), ("DNC", "x", true),
            ("Email Opt Out", "TRUE", true), ("Do not contact", "asked in May", true), ("DoNotCall", "false", false),
            ("DoNotCall", "0", false), ("DoNotCall", "", false), ("Unsubscribed from all email", "No", false),
        ])
    func doNotContact(header: String, value: String, isForbidden: Bool) throws {
        let row = try read("Lead Owner,Lead Source,Name,\(header)\nSam,Web,Ada Example,\(value)\n").rows[0]
        #expect(row.doNotContact == (isForbidden ? "\(header) was \(value) in Salesforce" : nil))
    }
}
