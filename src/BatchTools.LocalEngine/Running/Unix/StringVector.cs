using System.Runtime.InteropServices;
using System.Text;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>A null-terminated array of C strings, as a program's arguments and environment are.</summary>
internal readonly unsafe struct StringVector : IDisposable
{
    private readonly byte* _memory;

    public StringVector(IReadOnlyCollection<string> strings)
    {
        var pointers = (nuint)(strings.Count + 1) * (nuint)sizeof(byte*);
        var length = pointers;
        foreach (var text in strings)
            length += (nuint)Encoding.UTF8.GetByteCount(text) + 1;

        _memory = (byte*)NativeMemory.Alloc(length);
        var slot = (byte**)_memory;
        var next = _memory + pointers;
        var end = _memory + length;
        foreach (var text in strings)
        {
            *slot++ = next;
            next += Encoding.UTF8.GetBytes(text, new Span<byte>(next, (int)(end - next)));
            *next++ = 0;
        }

        *slot = null;
    }

    public byte** Value => (byte**)_memory;

    public byte* First => Value[0];

    public void Dispose() => NativeMemory.Free(_memory);
}
