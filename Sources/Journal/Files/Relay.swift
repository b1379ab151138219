import Glibc
import Pipeline

/// Carries entries, in order, from a second thread that reads to the thread that takes them. Only here are there two, and
/// only for as long as a load takes.
///
/// To load a journal is to decode lines and to fold entries; on two threads the shorter of the two takes no time. Nothing
/// is shared but the batches that are handed over, and one belongs to one side at a time.
final class Relay {
    // A reader that is ahead waits, so that what is between the two stays small.
    private static let places = 4
    private let batches: UnsafeMutablePointer<[Entry]>
    private let free: UnsafeMutablePointer<sem_t>
    private let full: UnsafeMutablePointer<sem_t>

    private init() {
        batches = .allocate(capacity: Relay.places)
        batches.initialize(repeating: [], count: Relay.places)
        (free, full) = (.allocate(capacity: 1), .allocate(capacity: 1))
        sem_init(free, 0, UInt32(Relay.places))
        sem_init(full, 0, 0)
    }

    deinit {
        for semaphore in [free, full] {
            sem_destroy(semaphore)
            semaphore.deallocate()
        }
        batches.deinitialize(count: Relay.places)
        batches.deallocate()
    }

    /// Runs `read` on a thread of its own, and `take` here with each batch that it hands over; each side leaves the
    /// other an empty array. Returns when both are done.
    ///
    /// Where no thread can be had, `take` is called from within `read`.
    static func run(_ read: (_ handOver: (inout [Entry]) -> Void) -> Void, _ take: (inout [Entry]) -> Void) {
        let relay = Relay()
        withoutActuallyEscaping(read) { read in
            let work = Work {
                var place = 0
                func give(_ batch: inout [Entry]) {
                    wait(for: relay.free)
                    swap(&relay.batches[place], &batch)
                    place = (place + 1) % Relay.places
                    sem_post(relay.full)
                }
                read { if !$0.isEmpty { give(&$0) } }
                var end: [Entry] = []
                give(&end)
            }
            guard let thread = work.start() else { return read(take) }
            var (batch, place) = ([Entry](), 0)
            while true {
                wait(for: relay.full)
                swap(&relay.batches[place], &batch)
                if batch.isEmpty { break }
                take(&batch)
                swap(&relay.batches[place], &batch)
                place = (place + 1) % Relay.places
                sem_post(relay.free)
            }
            pthread_join(thread, nil)
        }
    }

    private static func wait(for semaphore: UnsafeMutablePointer<sem_t>) {
        while sem_wait(semaphore) != 0 && errno == EINTR {}
    }

    /// What a thread does.
    private final class Work {
        private let body: () -> Void

        init(_ body: @escaping () -> Void) {
            self.body = body
        }

        /// The thread that does it, or nil when the system has none.
        func start() -> pthread_t? {
            var thread = pthread_t()
            let work = Unmanaged.passRetained(self)
            let status = pthread_create(
                &thread, nil,
                { work in
                    if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
                    return nil
                }, work.toOpaque())
            if status == 0 { return thread }
            work.release()
            return nil
        }
    }
}
