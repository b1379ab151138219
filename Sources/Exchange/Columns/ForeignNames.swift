/// What columns are called in lists of people who do not write English. All names are header keys.
enum ForeignNames {
    static let names: [(ColumnTarget, String)] = [
        (
            .name,
            "ansprechpartner ansprechpartnerin vollständigername nomcomplet nombrecompleto contacto contatto "
                + "nomecompleto contato naam navn namn"
        ),
        (.firstName, "prénom prenom nombre primernombre nome voornaam fornavn förnamn etunimi imię imie"),
        (.middleName, "zweitervorname weiterevornamen deuxièmeprénom autresprénoms segundonombre secondonome"),
        (
            .lastName,
            "familienname nom nomdefamille apellidos apellido cognome sobrenome achternaam efternavn etternavn "
                + "efternamn sukunimi nazwisko"
        ),
        (
            .text(.company),
            "unternehmen firmenname société societe entreprise empresa compañía compania organización organizacion "
                + "azienda società societa organizzazione organização bedrijf bedrijfsnaam virksomhed företag"
        ),
        (
            .text(.title),
            "funktion berufsbezeichnung beruf fonction poste profession cargo puesto posizione ruolo mansione functie"
        ),
        (
            .text(.address),
            "straße strasse straßegeschäftlich anschrift rue ruebureau dirección direccion calle indirizzo via "
                + "endereço straat adres"
        ),
        (
            .text(.postcode),
            "postleitzahl postleitzahlgeschäftlich codepostal codepostalbureau códigopostal codigopostal cap "
                + "postnummer kodpocztowy"
        ),
        (.text(.city), "stadt wohnort ortgeschäftlich ville villebureau ciudad città citta cidade plaats stad miasto"),
        (.text(.region), "bundesland kanton région provincia estado regione"),
        (.text(.country), "staat landregion landregiongeschäftlich pays paysrégion país pais paese kraj"),
        (.text(.site), "webseite internetseite internet siteweb sitoweb sitioweb páginaweb paginaweb"),
        (.text(.source), "quelle herkunft origine origen fonte bron"),
        (
            .text(.note),
            "notiz notizen bemerkung bemerkungen kommentar remarque remarques commentaire commentaires notas "
                + "observaciones comentarios osservazioni opmerking opmerkingen"
        ),
        (.tags, "kategorie kategorien stichworte catégories étiquettes categorías etiquetas categorie"),
    ]

    /// The field of a header that holds a word for a phone or an e-mail, with the label that another word in it makes.
    static func contact(_ key: String) -> ColumnTarget? {
        let label = labels.first { $0.words.contains(where: key.contains) }?.label
        if emails.contains(where: key.contains) { return .email(label: label) }
        guard phones.contains(where: key.contains) || label == "mobile" && mobiles.contains(key) else { return nil }
        return .phone(label: label)
    }

    private static let phones = [
        "telefon", "téléphone", "telephon", "teléfono", "telefono", "telefoon", "telefone", "rufnummer", "puhelin",
    ]
    private static let emails = [
        "mailadresse", "mailadres", "messagerie", "courriel", "correo", "postaelettronica",
    ]
    /// What is a number of a mobile phone by itself.
    private static let mobiles: Set = [
        "handy", "handynummer", "mobil", "mobilnummer", "portable", "téléphoneportable", "móvil", "movil", "celular",
        "cellulare", "mobiel", "gsm", "natel",
    ]
    private static let labels: [(label: String, words: [String])] = [
        ("fax", ["fax"]),
        (
            "mobile",
            ["mobil", "handy", "portable", "móvil", "movil", "celular", "cellulare", "mobiel", "gsm", "natel"]
        ),
        (
            "work",
            ["geschäft", "arbeit", "büro", "bureau", "profession", "trabajo", "lavoro", "ufficio", "werk", "zakelijk"]
        ),
        ("home", ["privat", "domicile", "particular", "casa", "thuis"]),
    ]
}
