import Pipeline
import Testing

@Suite("Method 7: the next channel")
struct NextChannelTests {
    /// A lead with these ways of contact, after these channels in turn.
    private func channel(_ fields: LeadFields, _ used: [Channel] = []) -> Channel? {
        var told = Told()
        told.tell(.edit(LeadEdit(LeadField.allCases, to: fields)), at: "2026-03-02T09:00:00Z")
        for channel in used { told.tell(Attempt(channel, .noAnswer), at: "2026-03-03T10:00:00Z") }
        return told.lead.suggestedChannel(told.now("2026-03-03T11:00:00Z"))
    }

    /// For a promise that is due.
    private func promised(_ fields: LeadFields) -> Channel? {
        var told = Told()
        told.tell(.edit(LeadEdit(LeadField.allCases, to: fields)), at: "2026-03-02T09:00:00Z")
        told.tell(.notNow("2026-03-03", "a budget"), at: "2026-03-02T10:00:00Z")
        return told.lead.suggestedChannel(told.now("2026-03-03T11:00:00Z"))
    }

    private func fields(_ change: (inout LeadFields) -> Void) -> LeadFields {
        var fields = LeadFields(name: "Ann")
        change(&fields)
        return fields
    }

    @Test func eachChannelNeedsItsData() {
        #expect(channel(fields { _ in }) == nil)
        #expect(promised(fields { _ in }) == .phone)
        #expect(promised(fields { $0.phones = [.init("1", dead: true)] }) == nil)
        #expect(promised(fields { $0.emails = [.init("a@b.example")] }) == .email)
        #expect(channel(fields { $0.phones = [.init("1")] }) == .phone)
        #expect(channel(fields { $0.emails = [.init("a@b.example")] }) == .email)
        #expect(channel(fields { $0.address = "Main Street 1" }) == .letter)
        #expect(channel(fields { $0.site = "https://www.LinkedIn.com/in/ann" }) == .networking)
        #expect(channel(fields { $0.site = "https://ann.example" }) == nil)
        #expect(channel(fields { $0.phones = [.init("1", dead: true)] }) == nil)
        #expect(channel(fields { $0.phones = [.init("1", dead: true), .init("2")] }) == .phone)
        #expect(channel(fields { $0.emails = [.init("a@b.example", dead: true)] }) == nil)
    }

    @Test(arguments: [("mobile", true), ("Cell phone", true), ("MOBILE", true), ("work", false), (nil, false)])
    func onlyAMobilePhoneTakesTexts(label: String?, takesText: Bool) {
        let fields = fields { $0.phones = [.init("1", label: label)] }
        #expect(channel(fields, [.phone]) == (takesText ? .text : .phone))
        #expect(
            channel(self.fields { $0.phones = [.init("1", label: label, dead: true), .init("2")] }, [.phone]) == .phone)
    }

    /// The least used of this round; ties in the order of the method. Untried ones come before any is used again.
    @Test(
        arguments: [
            ([], .phone), ([.phone], .email), ([.phone, .email], .text), ([.phone, .email, .text], .letter),
            ([.phone, .email, .text, .letter], .dropIn), ([.phone, .email, .text, .letter, .dropIn], .networking),
            ([.phone, .email, .text, .letter, .dropIn, .networking], .phone), ([.email], .phone),
            // Dials of all kinds were phone calls.
            ([.voicemail], .email), ([.liveMessage], .email), ([.voicemail, .voicemail, .email], .text),
            // What the lead has no data for counts for nothing.
            ([.fax, .event, .calendar], .phone),
        ] as [([Channel], Channel)])
    func theLeastUsed(used: [Channel], expected: Channel) {
        let all = fields {
            $0.phones = [.init("1", label: "mobile")]
            $0.emails = [.init("a@b.example")]
            $0.address = "Main Street 1"
            $0.site = "linkedin.com/in/ann"
        }
        #expect(channel(all, used) == expected)
    }

    @Test func neverTheSameThreeTimesRunningWhileAnotherIsUntried() {
        let both = fields {
            $0.phones = [.init("1")]
            $0.emails = [.init("a@b.example")]
        }
        var used: [Channel] = []
        for _ in 0..<8 {
            guard let next = channel(both, used) else { break }
            used.append(next)
        }
        #expect(used == [.phone, .email, .phone, .email, .phone, .email, .phone, .email])
    }

    @Test func aPromiseIsForAPhoneCall() {
        var told = Told()
        told.tell(.notNow("2026-04-01", "a budget"), at: "2026-03-03T10:00:00Z")
        #expect(suggested(told) == .phone)
        told.tell(.attempt(Attempt(.phone, .outOfService)), at: "2026-03-03T10:00:00Z")
        #expect(suggested(told) == .email)
        told = Told()
        told.tell(.notNow("2026-04-01"), at: "2026-03-03T10:00:00Z")
        #expect(suggested(told) == .email)
    }

    /// A meeting is called, else visited, and never written to.
    @Test(arguments: [(true, true, Channel.phone), (true, false, .phone), (false, true, .dropIn), (false, false, nil)])
    func aMeeting(hasPhone: Bool, hasAddress: Bool, expected: Channel?) {
        var told = Told()
        let fields = fields {
            $0.phones = hasPhone ? [.init("1", label: "mobile")] : []
            $0.address = hasAddress ? "Main Street 1" : nil
            $0.emails = [.init("a@b.example")]
        }
        told.tell(.edit(LeadEdit([.phones, .address, .emails], to: fields)), at: "2026-03-02T09:00:00Z")
        for _ in 0..<3 { told.tell(Attempt(.phone, .noAnswer), at: "2026-03-03T09:00:00Z") }
        #expect(suggested(told) == .email || !hasPhone)
        told.tell(Attempt(.phone, .meeting, next: due("2026-03-09T14:00")), at: "2026-03-03T10:00:00Z")
        #expect(suggested(told) == expected)
    }

    /// The first that is missing of a goodbye, on its day.
    @Test func aGoodbyeIsFinishedInItsOrder() {
        var told = Told()
        told.tell(.goodbye(override: "they moved"), at: "2026-03-03T10:00:00Z")
        for channel in [Channel.voicemail, .email, .liveMessage] {
            #expect(suggested(told) == channel)
            told.tell(Attempt(channel, .sent, purpose: .goodbye), at: "2026-03-03T10:30:00Z")
        }
        told = Told()
        told.tell(.goodbye(override: "they moved"), at: "2026-03-02T10:00:00Z")
        told.tell(Attempt(.voicemail, .sent, purpose: .goodbye), at: "2026-03-02T10:30:00Z")
        #expect(suggested(told) == .email)
        #expect(told.lead.suggestedChannel(told.now("2026-03-02T23:59:59Z")) == .email)
        told.tell(Attempt(.email, .sent), at: "2026-03-02T10:40:00Z")
        told.tell(Attempt(.email, .sent), at: "2026-03-02T10:50:00Z")
        #expect(told.lead.suggestedChannel(told.now("2026-03-02T23:59:59Z")) == .email)
        #expect(suggested(told) == .phone)
    }

    private func suggested(_ told: Told) -> Channel? { told.lead.suggestedChannel(told.now("2026-03-03T11:00:00Z")) }

    @Test func aNewRoundBeginsAnew() {
        var told = Told()
        told.tell(Attempt(.phone, .noAnswer), at: "2026-03-03T10:00:00Z")
        #expect(suggested(told) == .email)
        told.tell(.park(until: day("2026-04-01"), why: nil), at: "2026-03-03T11:00:00Z")
        told.tell(.revive("a new budget"), at: "2026-04-01T10:00:00Z")
        #expect(suggested(told) == .phone)
    }
}
