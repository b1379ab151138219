import Pipeline
import Testing

@Suite("Day: the Gregorian calendar")
struct DayTests {
    /// Every day of 301 years, counted with nothing but the lengths of the months.
    @Test func everyDayFrom1900To2200GoesThereAndBack() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var number: Int32 = -25_567
        var weekday = 0
        var wrong: [String] = []
        for year in 1900...2200 {
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            for month in 1...12 {
                let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
                for date in 1...length {
                    let day = Day(number: number)
                    if day.civil != (year, month, date) || Day(year: year, month: month, day: date) != day
                        || day.weekday != Weekday.allCases[weekday] || Day(day.description) != day
                    {
                        wrong.append(day.description)
                    }
                    number += 1
                    weekday = (weekday + 1) % 7
                }
                if Day(year: year, month: month, day: length + 1) != nil { wrong.append("\(year)-\(month)+") }
            }
        }
        #expect(wrong == [])
        #expect(number == 84_371)
    }

    @Test(arguments: [
        ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
        ("2026-11-22", 20_779, .sunday), ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
    ])
    func knownDays(text: String, number: Int32, weekday: Weekday) {
        #expect(day(text).number == number)
        #expect(day(text).weekday == weekday)
        #expect(Day(number: number).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32",
        "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01T", "", "2026",
        "-026-01-01", "2026-01-+1", "２０２６-01-01", "10000-01-01",
    ])
    func noDay(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func noDateOfHostileNumbers() {
        for number in [Int.min, -1, 0, 10_000, .max] {
            #expect(Day(year: number, month: 1, day: 1) == nil)
            #expect(Day(year: 2026, month: number, day: 1) == nil)
            #expect(Day(year: 2026, month: 1, day: number) == nil)
        }
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", 2, "2026-03-31"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"), ("2026-12-15", 1, "2027-01-15"),
        ("2026-06-30", 12, "2027-06-30"), ("2024-02-29", 12, "2025-02-28"), ("2026-06-30", 0, "2026-06-30"),
        ("0001-01-31", -1, "0001-01-01"), ("9999-12-01", 1, "9999-12-31"), ("2026-06-30", Int.max, "9999-12-31"),
        ("2026-06-30", Int.min, "0001-01-01"), ("0001-02-03", -1, "0001-01-03"), ("9999-11-30", 1, "9999-12-30"),
    ])
    func addsMonths(from: String, months: Int, to: String) {
        #expect(day(from).adding(months: months) == day(to))
    }

    @Test(arguments: [
        ("2026-02-28", 1, "2026-03-01"), ("2024-02-28", 1, "2024-02-29"), ("2026-01-01", -1, "2025-12-31"),
        ("2026-01-01", 365, "2027-01-01"), ("2026-01-01", Int.max, "9999-12-31"), ("2026-01-01", Int.min, "0001-01-01"),
        ("9999-12-31", 1, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"),
    ])
    func addsDays(from: String, days: Int, to: String) {
        #expect(day(from).adding(days: days) == day(to))
    }

    @Test func isHeldWithinFourDigitsOfAYear() {
        #expect(Day(number: .max).description == "9999-12-31")
        #expect(Day(number: .min).description == "0001-01-01")
        #expect(Day(number: .max).days(since: Day(number: .min)) == 3_652_058)
    }

    @Test func isOrderedByTheCalendar() {
        #expect(day("2026-02-28") < day("2026-03-01"))
        #expect(!(day("2026-03-01") < day("2026-03-01")))
        #expect(day("2026-03-01").days(since: day("2026-02-28")) == 1)
    }

    @Test func namesAreShortenedToThreeLetters() {
        #expect(Weekday.allCases.map(\.short) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
        #expect(Month.allCases.map(\.short).prefix(4) == ["Jan", "Feb", "Mar", "Apr"])
        #expect(Month.allCases.count == 12)
    }
}
