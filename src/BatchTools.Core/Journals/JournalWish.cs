using System.Buffers;

namespace BatchTools.Journals;

/// <summary>Something to be written with the next lines.</summary>
/// <param name="Apply">Does it, in its turn: changes the state and writes the lines; tells whether they must be on disk at once.</param>
/// <param name="Written">Ends when it is written, and on disk if it must be.</param>
internal sealed record JournalWish(Func<IBufferWriter<byte>, bool> Apply, TaskCompletionSource Written);
