import Pipeline
import Testing

@testable import Interface

/// A file on its way in, for the tests of it.
enum ImportScenes {
    static let files = [
        ("people.csv", "2026-11-20T09:00"), ("old.vcf", "2025-02-03T09:00"), ("work/", "2026-11-23T08:00"),
        ("lists/", "2026-01-01T08:00"), ("~/Downloads/crm.csv", "2026-11-22T18:30"),
    ]

    static func listing(_ folder: String, _ paths: [(String, String)]) -> FolderListing {
        FolderListing(
            folder: folder, entries: paths.map { FolderListing.Entry(path: $0, modified: People.moment($1)) })
    }

    static let preview = ImportPreview(
        file: "~/Downloads/crm.csv", kind: "CSV, HubSpot",
        columns: [
            ("Full name", "name", "Dana Whitfield"), ("Employer", "extra", "Northgate Packaging"),
            ("Mail", "email", "dana@northgate.example"), ("Internal", "note", "7f3a"),
        ].map { ImportPreview.Column(ColumnChoice(header: $0, field: $1), sample: $2) },
        rows: [
            ["Dana Whitfield", "", "", "dana@northgate.example", "on file: the same e-mail"],
            ["Ada Berg", "", "+46 8 555 0199", "ada@berg.example", "comes in"],
        ],
        fields: ["name", "company", "email", "note", "extra", "ignore"])

    static let outcome = ImportOutcome(
        lines: [
            "crm.csv (CSV, HubSpot): added 2, skipped 1, in doubt 1", "  1 left out",
            "  line 4: in doubt, has the phone of Omar Haddad; it was added all the same",
            "  line 5: no name, company, phone or e-mail, so left out",
            "  line 2: Dana Whitfield, on file: the same e-mail",
        ], hasLeftOut: true)

    static let all = [
        Scene("import-files") { open($0) },
        Scene("import-columns") {
            open($0)
            $0.send(.importPreview(preview))
            $0.press("Down")
        },
        Scene("import-running") {
            open($0)
            $0.send(.importPreview(preview))
            $0.press("Enter")
            $0.send(.importProgress(0.37))
            _ = $0.takeEffects()
        },
        Scene("import-done") {
            open($0)
            $0.send(.importOver(outcome))
        },
    ]

    private static func open(_ pilot: Pilot) {
        pilot.press("I")
        pilot.send(.folder(listing("", files)))
        _ = pilot.takeEffects()
    }
}
