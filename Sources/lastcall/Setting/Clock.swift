import Glibc
import Pipeline

/// The time, and the user's zone. `LASTCALL_NOW` (ISO 8601 with an offset) holds it still, for tests and pictures.
struct Clock {
    /// The user's zone.
    let zone: Zone
    private let fixed: Moment?

    init() throws {
        if let text = Environment["LASTCALL_NOW"] {
            guard let moment = Moment(text) else {
                throw Failure.usage(
                    "LASTCALL_NOW is “\(text)”, which is no time; write it as 2026-11-23T08:41:00+01:00")
            }
            fixed = moment
            // A fixed time is looked at from the zone it was written in, unless TZ says another.
            zone = Environment["TZ"].flatMap(ZoneFiles.zone) ?? Zone(name: "fixed", offset: moment.offset * 60)
        } else {
            fixed = nil
            zone = ZoneFiles.local
        }
    }

    /// The time now.
    var now: Now { Now(fixed ?? zone.moment(seconds: Int64(time(nil))), zone: zone) }

    /// Milliseconds since 1970, for the ids of entries.
    var milliseconds: UInt64 {
        if let fixed { return UInt64(max(0, fixed.seconds)) * 1000 }
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return UInt64(max(0, time.tv_sec)) * 1000 + UInt64(max(0, time.tv_nsec)) / 1_000_000
    }

    /// Milliseconds until the minute on the clock changes; nil when it never does.
    var untilNextMinute: Int32? {
        fixed == nil ? Int32(60_000 - milliseconds % 60_000) : nil
    }
}

/// The zones of the system's zone database.
enum ZoneFiles {
    private static let folder = "/usr/share/zoneinfo/"

    /// A zone by its IANA name, or nil when the system does not know it.
    static func zone(_ name: String) -> Zone? {
        let name = name.hasPrefix(":") ? String(name.dropFirst()) : name
        if name.hasPrefix("/") { return Files.read(name).flatMap { Zone(name: name, tzif: $0) } }
        guard !name.isEmpty, !name.contains("..") else { return nil }
        return Files.read(folder + name).flatMap { Zone(name: name, tzif: $0) }
    }

    /// The user's: `TZ`, else the system's, else Greenwich time.
    static var local: Zone {
        if let name = Environment["TZ"], let zone = zone(name) { return zone }
        return Files.read("/etc/localtime").flatMap { Zone(name: "local", tzif: $0) } ?? .utc
    }
}
