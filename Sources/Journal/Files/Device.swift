import Pipeline

/// The name under which this machine writes to one data folder, kept in the state folder.
///
/// It holds only for the machine and the data path that it was made for, so that a copied home does not give two
/// writers one file.
struct Device: Equatable {
    let name: String
    private let machine: String
    private let data: String

    /// The device of the state folder; nil when there is none, or when it was made for another machine or data path.
    init?(of paths: JournalPaths, machine: String, disk: Disk) throws(JournalError) {
        let bytes: [UInt8]?
        do throws(DiskError) { bytes = try disk.contents(of: paths.deviceFile) } catch { throw JournalError(error) }
        guard let bytes, case .object(let members)? = try? JSON(reading: bytes) else { return nil }
        let text = { (key: String) -> String? in
            guard case .string(let text)? = members.first(where: { $0.key == key })?.value else { return nil }
            return text
        }
        guard let name = text("device"), sanitised(name, limit: 64) == name, text("machine") == Device.digest(machine),
            text("data") == paths.data
        else { return nil }
        self.init(name: name, machine: Device.digest(machine), data: paths.data)
    }

    /// A new device, named after the host and four random letters.
    static func new(
        for paths: JournalPaths, machine: String, host: String, using generator: inout some RandomNumberGenerator
    ) -> Device {
        let letters = LeadID.random(using: &generator).description.suffix(4).lowercased()
        let short = host.split(separator: ".").first.map(String.init) ?? ""
        return Device(
            name: "\(short.isEmpty ? "host" : sanitised(short, limit: 20))-\(letters)", machine: digest(machine),
            data: paths.data)
    }

    private init(name: String, machine: String, data: String) {
        self.name = name
        self.machine = machine
        self.data = data
    }

    /// Keeps the device for the next time; it is on the disk then.
    func save(to paths: JournalPaths, disk: Disk) throws(JournalError) {
        let json = JSON.object([
            JSON.Member("device", .string(name)), JSON.Member("machine", .string(machine)),
            JSON.Member("data", .string(data)),
        ])
        do throws(DiskError) {
            try disk.replace(paths.deviceFile, with: Array((json.text + "\n").utf8))
        } catch {
            throw JournalError(error)
        }
    }

    /// What the system calls this machine, or its name.
    static func machine(disk: Disk) -> String {
        for path in ["/etc/machine-id", "/var/lib/dbus/machine-id"] {
            guard let bytes = try? disk.contents(of: path) else { continue }
            let id = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
            if let id { return String(id) }
        }
        return Disk.hostName
    }

    /// FNV-1a of 64 bits: the id of a machine is not to be spread about (machine-id(5)).
    private static func digest(_ machine: String) -> String {
        String(machine.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, radix: 16)
    }
}
