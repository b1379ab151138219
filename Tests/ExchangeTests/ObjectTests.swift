import Exchange
import Pipeline
import Testing

@Suite("JSON with people in it")
struct ObjectTests {
    @Test(
        "is read whatever it is wrapped in",
        arguments: [
            #"[{"Full Name":"Ada Example","company":"Acme","Job Title":"CEO","Phone":"0201","email":"a@x.example"}]"#,
            #"{"total":1,"tags":["x"],"data":[{"name":"Ada Example","company":"Acme","title":"CEO","phone":"0201","email":"a@x.example"}]}"#,
            #"{"name":"Ada Example","company":"Acme","title":"CEO","phones":["0201"],"emails":["a@x.example"]}"#,
            "{\"first_name\":\"Ada\",\"last_name\":\"Example\",\"org\":\"Acme\",\"role\":\"CEO\",\"mobile\":\"0201\",\"e-mail\":\"a@x.example\"}\n\n",
            #"[{"id":"7","properties":{"firstname":"Ada","lastname":"Example","company":"Acme","jobtitle":"CEO","phone":"0201","email":"a@x.example"}}]"#,
            #"[{"name":{"first":"Ada","last":"Example"},"organizations":[{"name":"Acme","title":"CEO"}],"phoneNumbers":[{"value":"0201","type":"mobile"}],"emailAddresses":[{"value":"a@x.example"}],"owner":{"email":"sam@us.example"}}]"#,
        ])
    func wrapped(_ text: String) throws {
        let file = try read(text)
        let row = try #require(file.rows.first)
        let shown = summary(row)
        #expect(shown.split(separator: " (mobile)").joined() == "Ada Example | Acme | CEO | 0201 | a@x.example")
        #expect(file.rows.count == 1)
    }

    @Test("on lines is known by its lines, an array by its records")
    func places() throws {
        let lines = try read("{\"name\":\"Ada\"}\n\n{\"name\":\"Bea\",\"phone\":null}\n")
        #expect((lines.format, lines.place) == ("JSON lines", "line"))
        #expect(lines.rows.map(\.line) == [1, 3])
        let array = try read("[{\"name\":\"Ada\"},\n\n{\"name\":\"Bea\"}]")
        #expect((array.format, array.place) == ("JSON", "record"))
        #expect(array.rows.map(\.line) == [1, 2])
    }

    @Test("keeps numbers, flags and the labels of phones")
    func values() throws {
        let row = try read(
            #"[{"name":"Ada","worth":12500.5,"do_not_call":true,"address":{"street":"1 Road","city":"Dover","zip":"CT16"},"#
                + #""phones":[{"number":"0201","label":"work"},{"number":4.47e11}],"tags":["a","b"],"size":{"desks":3}}]"#
        ).rows[0]
        #expect(row.fields.worth.map { "\($0)" } == "12500.5")
        #expect(row.doNotContact == "do_not_call was true in list.csv")
        #expect((row.fields.city, row.fields.address) == ("Dover", "1 Road, CT16"))
        #expect(row.fields.phones == [.init("0201", label: "work")])
        #expect(row.problems == ["phone 4.47e11 is in scientific notation and was not stored"])
        #expect(row.fields.tags == ["a", "b"])
        #expect(extra("size.desks", of: row) == "3")
    }

    @Test("of our own list keeps ids and dead numbers, and leaves out what is worked out")
    func own() throws {
        let row = try read(
            #"[{"lead":"7Q3K9F2MXT","name":" Ada ","company":"Acme","title":null,"phones":[{"number":"x","label":null,"dead":true}],"emails":[],"city":null,"zone":"UTC","source":null,"tags":["a;b"],"worth":5,"standing":"prospect","place":"on the list","doNotContact":{"on":"2026-01-01","words":"never"}}]"#
        ).rows[0]
        #expect(row.lead == LeadID("7Q3K9F2MXT"))
        #expect(row.fields.name == " Ada ")
        #expect(row.fields.phones == [.init("x", dead: true)])
        #expect(row.fields.tags == ["a;b"])
        #expect(row.fields.extra == [])
        #expect(row.doNotContact == "never")
    }

    @Test("of acts is put in order, without what was taken back")
    func acts() throws {
        let lines = [
            #"{"id":"01A","n":1,"do":"segment","v":1,"c":"00"}"#,
            #"{"id":"01D","n":4,"do":"undo","ref":["01C"],"c":"00"}"#,
            #"{"id":"01B","n":2,"do":"add","lead":"7Q3K9F2MXT","at":"2026-01-01T09:00:00Z","name":"Ada","c":"00"}"#,
            #"{"id":"01C","n":3,"do":"note","lead":"7Q3K9F2MXT","text":"wrong","c":"00"}"#,
            #"{"id":"01E","n":5,"do":"note","lead":"7Q3K9F2MXT","text":"right","c":"00"}"#,
        ]
        let file = try read(lines.joined(separator: "\n"))
        #expect(file.rows == [])
        #expect(
            file.acts?.map(\.json.text) == [
                #"{"do":"add","lead":"7Q3K9F2MXT","at":"2026-01-01T09:00:00Z","name":"Ada"}"#,
                #"{"do":"note","lead":"7Q3K9F2MXT","text":"right"}"#,
            ])
        #expect(file.acts?.map(\.line) == [3, 5])
        let leads = try read(#"[{"lead":"7Q3K9F2MXT","history":[\#(lines[4]),\#(lines[3]),\#(lines[2])]}]"#)
        #expect(leads.acts?.count == 3)
        #expect(leads.acts?.first?.json == file.acts?.first?.json)
    }

    @Test("of others may have a history, with nothing in it, beside each name")
    func emptyHistories() throws {
        let file = try read(#"[{"name":"Ada","history":[]},{"name":"Bea","history":[]}]"#)
        #expect(file.acts == nil)
        #expect(file.rows.map(\.fields.name) == ["Ada", "Bea"])
    }
}
