import Canvas
import Pipeline
import Testing

@testable import Interface

/// Bringing in a file from the screens.
@Suite("Import") struct ImportTests {
    /// A pilot in whose import this folder is open.
    private func pilot(_ paths: [(String, String)] = ImportScenes.files) -> Pilot {
        let pilot = Pilot(120, 40)
        pilot.press("I")
        pilot.expect(.listFolder(""))
        pilot.send(.folder(ImportScenes.listing("", paths)))
        return pilot
    }

    private func dialog(_ pilot: Pilot) -> ImportDialog? {
        guard case .importing(let dialog) = pilot.session.layers.last else { return nil }
        return dialog
    }

    @Test func theNewestFileStandsFirstAndFoldersLast() {
        let pilot = pilot()
        #expect(
            dialog(pilot)?.matches.map(\.path) == ["~/Downloads/crm.csv", "people.csv", "old.vcf", "lists/", "work/"])
        pilot.press("Enter")
        pilot.expect(.previewImport("~/Downloads/crm.csv", []))
    }

    @Test func typingNarrowsAndTabCompletes() {
        let pilot = pilot()
        pilot.type("PE")
        #expect(dialog(pilot)?.matches.map(\.path) == ["people.csv"])
        pilot.press("Tab")
        #expect(dialog(pilot)?.path.text == "people.csv")
        pilot.press("Enter")
        pilot.expect(.previewImport("people.csv", []))
    }

    @Test func aFolderIsOpenedAndItsFilesGoOnFromIt() {
        let pilot = pilot()
        pilot.type("li")
        pilot.press("Enter")
        pilot.expect(.listFolder("lists/"))
        pilot.send(
            .folder(
                ImportScenes.listing(
                    "lists/", [("lists/a.csv", "2026-11-20T09:00"), ("lists/b.csv", "2026-11-21T09:00")])))
        #expect(dialog(pilot)?.matches.map(\.path) == ["lists/b.csv", "lists/a.csv"])
        pilot.press("Tab Down Enter")
        pilot.expect(.previewImport("lists/a.csv", []))
        pilot.press("C-u")
        pilot.expect(.listFolder(""))
        // What comes late is of a folder that is not looked at any more.
        pilot.send(.folder(ImportScenes.listing("lists/", [])))
        #expect(dialog(pilot)?.listing.folder == "lists/")
    }

    @Test func whatIsNotListedCanBeTyped() {
        let pilot = pilot([])
        pilot.press("Enter")
        pilot.expect()
        #expect(pilot.footer == " Type the name of a file, or choose one of the list.")
        pilot.type("/mnt/x.dat")
        _ = pilot.takeEffects()
        pilot.press("Enter")
        pilot.expect(.previewImport("/mnt/x.dat", []))
        pilot.send(.failed("/mnt/x.dat: cannot be read."))
        #expect(dialog(pilot)?.path.text == "/mnt/x.dat")
    }

    @Test func aWrongColumnIsCorrectedByKey() {
        let pilot = pilot()
        pilot.press("Enter")
        _ = pilot.takeEffects()
        pilot.send(.importPreview(ImportScenes.preview))
        pilot.press("Down c")
        pilot.expect(.previewImport("~/Downloads/crm.csv", [ColumnChoice(header: "Employer", field: "company")]))
        pilot.press("Down Down x")
        pilot.expect(
            .previewImport(
                "~/Downloads/crm.csv",
                [
                    ColumnChoice(header: "Employer", field: "company"),
                    ColumnChoice(header: "Internal", field: "ignore"),
                ]))
        pilot.press("Up Right")
        #expect(pilot.takeEffects().count == 1)
        #expect(dialog(pilot)?.choices.count == 3)
        pilot.press("?")
        pilot.expect()
        #expect(pilot.footer == " ? is no field; the keys stand below the rows.")
        pilot.press("Enter")
        pilot.expect(.startImport("~/Downloads/crm.csv", dialog(pilot)?.choices ?? []))
    }

    @Test func whatCannotBeImportedYetIsNot() {
        let pilot = pilot()
        pilot.send(
            .importPreview(
                ImportPreview(
                    file: "x.csv", kind: "", columns: [.init(ColumnChoice(header: "Z", field: "extra"), sample: "")],
                    rows: [], fields: ["name"], problem: "Say which column holds a name.")))
        pilot.press("Enter")
        pilot.expect()
        #expect(pilot.footer == " Say which column holds a name.")
    }

    @Test func escStopsBeforeAnythingIsRecorded() {
        let pilot = pilot()
        pilot.send(.importPreview(ImportScenes.preview))
        pilot.press("Enter")
        _ = pilot.takeEffects()
        pilot.send(.importProgress(0.4))
        #expect(pilot.screen.contains("40 %"))
        pilot.press("n q Enter")
        pilot.expect()
        pilot.press("Esc")
        pilot.expect(.stopImport)
        #expect(pilot.session.layers.isEmpty && pilot.footer == " Stopped. Nothing was imported.")
        pilot.send(.importProgress(0.5))
        #expect(pilot.session.layers.isEmpty)
    }

    @Test func theOutcomeIsToldAndWhatWasLeftOutCanBeWritten() {
        let pilot = pilot()
        pilot.send(.importOver(ImportScenes.outcome))
        #expect(pilot.screen.contains("added 2, skipped 1, in doubt 1") && pilot.screen.contains("u takes it back"))
        pilot.press("w")
        pilot.expect(.writeLeftOut)
        pilot.press("Enter")
        #expect(pilot.session.layers.isEmpty)
    }

    @Test func aFailureGoesBackToTheFiles() {
        let pilot = pilot()
        pilot.send(.importPreview(ImportScenes.preview))
        pilot.press("Enter")
        _ = pilot.takeEffects()
        pilot.send(.importOver(nil))
        pilot.send(.failed("Not saved: the disk is full."))
        #expect(dialog(pilot)?.matches.isEmpty == false)
        #expect(pilot.footer == " Not saved: the disk is full.")
    }

    @Test func theMouseChoosesAFileAndAColumn() {
        let pilot = pilot()
        pilot.click("people.csv")
        pilot.expect()
        pilot.click("people.csv")
        pilot.expect(.previewImport("people.csv", []))
        pilot.send(.importPreview(ImportScenes.preview))
        pilot.click("Internal")
        #expect(dialog(pilot)?.selected == 3)
        pilot.click("Enter import")
        #expect(pilot.takeEffects().count == 1)
    }

    @Test func onAReadOnlyJournalNothingIsBegun() {
        let pilot = Pilot(80, 24, readOnly: "Another program holds the journal.")
        pilot.press("I")
        pilot.expect()
        #expect(pilot.session.layers.isEmpty)
    }
}
