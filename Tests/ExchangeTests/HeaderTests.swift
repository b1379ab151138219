import Exchange
import Pipeline
import Testing

@Suite("Columns are known by what people call them")
struct HeaderTests {
    @Test(
        "in other languages, and with the kind before or behind the word",
        arguments: [
            (
                "Vorname;Nachname;Firma;Position;Telefon geschäftlich;Mobiltelefon;Fax geschäftlich;E-Mail-Adresse\n"
                    + "Hans;Müller;Bau AG;Einkauf;030 1;0171 2;030 3;h@b.example",
                "Hans Müller | Bau AG | Einkauf | 030 1 (work), 0171 2 (mobile), 030 3 (fax) | h@b.example"
            ),
            (
                "Nom,Prénom,Société,Fonction,Téléphone (bureau),Tél. mobile,Adresse de messagerie\n"
                    + "Dupont,Jean,SA,Achats,01 02,06 03,j@d.example",
                "Jean Dupont | SA | Achats | 01 02 (work), 06 03 (mobile) | j@d.example"
            ),
            (
                "Nombre,Apellidos,Empresa,Cargo,Teléfono del trabajo,Móvil,Correo electrónico\n"
                    + "Juan,Pérez,SL,Compras,91 1,61 2,j@p.example",
                "Juan Pérez | SL | Compras | 91 1 (work), 61 2 (mobile) | j@p.example"
            ),
            (
                "Nome,Cognome,Azienda,Telefono,Cellulare,Mail\nAda,Bianchi,Spa,06 1,33 2,a@b.example",
                "Ada Bianchi | Spa |  | 06 1, 33 2 (mobile) | a@b.example"
            ),
            ("Name,Téléphone,Handy,Courriel\nAda,1 1,2 2,a@x.example", "Ada |  |  | 1 1, 2 2 (mobile) | a@x.example"),
            (
                "Name,Phone (work),Phone 2 - Mobile,Email (personal),Email 2 (work),Fax - Office\n"
                    + "Ada,1 1,2 2,a@x.example,b@x.example,3 3",
                "Ada |  |  | 1 1 (work), 2 2 (mobile), 3 3 (fax) | a@x.example (home), b@x.example (work)"
            ),
        ])
    func languages(text: String, wanted: String) throws {
        #expect(try read(text).rows.map(summary) == [wanted])
    }

    @Test(
        "and are left alone where another word follows",
        arguments: [
            "Email Status", "Email Opens", "Mobile App User", "Phone Verified", "Mailing Street 2",
            "Contact owner email",
        ])
    func decoys(header: String) throws {
        let file = try read("Name,\(header)\nAda,yes\n")
        #expect(file.columns[1].target == .extra)
        #expect(file.rows.flatMap(\.problems) == [])
    }

    @Test(
        "and a name in parts is whole, whatever the last of them is called",
        arguments: [
            ("Vorname,Name\nHans,Müller\n", "Hans Müller"), ("First Name,Name\nAda,Ada Example\n", "Ada Example"),
            ("Name,First Name,Last Name\nAda Example,Ada,Example\n", "Ada Example"),
            ("Name,First Name,Last Name\nAcme renewal,Ada,Example\n", "Ada Example"),
            ("Name,First Name,Last Name\nAda,,\n", "Ada"),
        ])
    func names(text: String, name: String) throws {
        let row = try read(text).rows[0]
        #expect(row.fields.name == name)
        if text.contains("Acme") { #expect(extra("Name", of: row) == "Acme renewal") }
    }

    @Test("and a list without a header is told to get one")
    func headless() {
        for line in ["Ada Example,a@x.example", "Ada Example,+49 30 123456"] {
            #expect(refusal("\(line)\n".utf8)?.hasPrefix("list.csv:1: the list has no header") == true)
        }
    }

    @Test("and a NUL among the letters is shown and reported, and loses nobody")
    func nul() throws {
        let text = "Name,Phone\nNul\0 Man,0123\nAda,0124\n" + String(repeating: "Bea Example,0125\n", count: 20)
        for mark in ["", "\u{FEFF}"] {
            let file = try ImportFile(name: "list.csv", bytes: Array((mark + text).utf8))
            #expect(file.rows.prefix(2).map(\.fields.name) == ["Nul\u{FFFD} Man", "Ada"])
            #expect(file.rows[0].problems == ["some characters in “Name” could not be read"])
        }
    }
}
