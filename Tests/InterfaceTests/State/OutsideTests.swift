import Canvas
import Pipeline
import Testing

@testable import Interface

/// What goes to the clipboard and to the desktop's programs.
@Suite("Out of the terminal") struct OutsideTests {
    /// A pilot on Dana, who has two numbers, one address and a town, and on whoever `more` adds.
    private func pilot(_ more: (inout Past) -> Void = { _ in }) -> Pilot {
        var past = Past()
        past.add(People.dana, "Dana Whitfield", "2026-09-01T09:00", company: "Northgate", phone: "+1 312 555 0142") {
            $0.title = "VP"
            $0.city = "Chicago"
            $0.address = "1 Main St"
            $0.site = "northgate.example"
            $0.emails = [.init("dana@northgate.example")]
        }
        more(&past)
        return Pilot(120, 40, on: past.entries)
    }

    @Test func whatIsThereOnceIsCopiedAtOnce() {
        let pilot = pilot()
        pilot.press("y p")
        pilot.expect(.copy("+1 312 555 0142", said: "Copied: +1 312 555 0142"))
        pilot.press("y e")
        pilot.expect(.copy("dana@northgate.example", said: "Copied: dana@northgate.example"))
        pilot.press("y a")
        let address = "Dana Whitfield, Northgate, 1 Main St, Chicago"
        pilot.expect(.copy(address, said: "Copied: \(address)"))
        pilot.press("y l")
        let line = "Dana Whitfield, VP, Northgate, +1 312 555 0142, dana@northgate.example, Chicago"
        pilot.expect(.copy(line, said: "Copied: \(line)"))
    }

    @Test func ofSeveralNumbersOneIsChosen() {
        let pilot = Pilot(120, 40)
        pilot.find(People.dana)
        pilot.press("y p")
        pilot.expect()
        #expect(pilot.screen.contains("1  +1 312 555 0142") && pilot.screen.contains("2  +1 312 555 0199"))
        pilot.press("2")
        pilot.expect(.copy("+1 312 555 0199", said: "Copied: +1 312 555 0199"))
        pilot.press("o p 1")
        pilot.expect(.open("tel:+13125550142", said: "Calling +1 312 555 0142 outside."))
    }

    @Test func whatIsNotThereIsGreyedWithTheReason() {
        let pilot = Pilot(120, 40)
        pilot.find(People.nameless)
        pilot.press("y")
        #expect(pilot.screen.contains("copy phone · Quiet Holdings has no number that works."))
        pilot.press("e")
        pilot.expect()
        #expect(pilot.footer == " Quiet Holdings has no e-mail address that works.")
        pilot.press("o")
        #expect(pilot.screen.contains("call · Quiet Holdings has no number that can be dialled."))
        #expect(pilot.screen.contains("web site · Quiet Holdings has no web site that can be opened."))
        pilot.press("Esc")
    }

    @Test func whoAskedNotToBeContactedIsNeitherCopiedNorCalled() {
        let pilot = Pilot(120, 40)
        pilot.find(People.ray)
        for keys in ["o p", "o m", "y p", "y e", "y a"] {
            pilot.press(keys)
            pilot.expect()
            #expect(pilot.footer == " Ray Stone asked not to be contacted.", "\(keys)")
        }
        pilot.press("y l")
        let line = "Ray Stone, Stone Works"
        pilot.expect(.copy(line, said: "Copied: \(line)"))
    }

    @Test func aDeadNumberIsNeitherCopiedNorCalled() {
        let pilot = Pilot(120, 40)
        pilot.find(People.tanaka)
        pilot.press("y p")
        pilot.press("o p")
        pilot.expect()
        #expect(pilot.footer.contains("has no number that can be dialled."))
    }

    @Test func aFaxIsNotCalled() {
        let pilot = pilot { past in
            past.add(People.omar, "Aaron", "2026-09-01T09:00") { $0.phones = [.init("555 0100", label: "fax")] }
        }
        pilot.find(People.omar)
        pilot.press("o p")
        pilot.expect()
        pilot.press("y p")
        pilot.expect(.copy("555 0100", said: "Copied: 555 0100"))
    }

    @Test func theSiteAndTheMailOpen() {
        let pilot = pilot()
        pilot.press("o s")
        pilot.expect(.open("https://northgate.example", said: "Opening northgate.example outside."))
        pilot.press("o m")
        pilot.expect(.open("mailto:dana@northgate.example", said: "Writing to dana@northgate.example outside."))
    }

    @Test func theGoodbyeIsFilledIn() throws {
        let pilot = pilot { $0.did(People.dana, .goodbye(override: "enough"), at: "2026-11-23T08:00") }
        pilot.press("2 o m")
        guard case .open(let link, _)? = pilot.takeEffects().first else {
            Issue.record("nothing is opened")
            return
        }
        let subject = "I%20am%20taking%20you%20off%20my%20list%20today"
        #expect(link.hasPrefix("mailto:dana@northgate.example?subject=\(subject)&body="))
        #expect(link.contains("body=Hello%20Dana%2C%0D%0A%0D%0A") && link.contains("Northgate"))
        #expect(!link.contains("Subject"))
        pilot.press("y s")
        guard case .copy(let text, let said)? = pilot.takeEffects().first else {
            Issue.record("nothing is copied")
            return
        }
        #expect(text.hasPrefix("Hello Dana, ") && said.hasPrefix("Copied: the script “goodbye voicemail”"))
    }

    @Test func whereNoScriptFitsAllAreOffered() {
        let pilot = pilot()
        pilot.press("y s")
        pilot.expect()
        for occasion in Script.Occasion.allCases { #expect(pilot.screen.contains(occasion.rawValue)) }
        pilot.press("d")
        guard case .copy(let text, _)? = pilot.takeEffects().first else {
            Issue.record("nothing is copied")
            return
        }
        #expect(text.hasPrefix("Thank you for thinking of me, Dana."))
    }

    @Test func noControlCharacterReachesTheClipboard() {
        let pilot = Pilot(120, 40)
        pilot.find(People.eve)
        pilot.press("y l")
        guard case .copy(let text, let said)? = pilot.takeEffects().first else {
            Issue.record("nothing is copied")
            return
        }
        for text in [text, said] {
            #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "\(text)")
        }
        #expect(text.contains("Eve  [31mRed"))
    }
}
