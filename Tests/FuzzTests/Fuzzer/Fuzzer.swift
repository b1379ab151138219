import Glibc

/// The entry of libFuzzer: one reader, chosen by name, that is given whatever reaches new code.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    if let wrong = reader.wrong(Array(UnsafeBufferPointer(start: bytes, count: count))) {
        print("\(reader.name): \(wrong)")
        abort()
    }
    return 0
}

private let reader: Reader = {
    let name = getenv("LASTCALL_READER").map { String(cString: $0) }
    guard let reader = Reader.all.first(where: { $0.name == name }) else {
        print("LASTCALL_READER should be one of \(Reader.all.map(\.name).joined(separator: ", "))")
        exit(64)
    }
    return reader
}()
