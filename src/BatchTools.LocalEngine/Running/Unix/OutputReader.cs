using System.Runtime.InteropServices;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>Moves what a process prints from its pipe to the sink.</summary>
internal sealed unsafe class OutputReader(int pipe, IOutputSink sink)
{
    private const int BufferBytes = 16 * 1024;
    private const int RestPatienceMilliseconds = 100;

    private byte[]? _buffer;
    private bool _ended;

    /// <summary>Reads until the main process ends, however long others hold the pipe open.</summary>
    public void ReadUntilExit(ExitWatch exit)
    {
        var requests = stackalloc Libc.PollRequest[2];
        requests[0] = new Libc.PollRequest { Descriptor = exit.Descriptor, Events = Libc.PollIn };
        while (true)
        {
            requests[1] = new Libc.PollRequest { Descriptor = pipe, Events = Libc.PollIn };
            if (Libc.Poll(requests, _ended ? 1u : 2u, -1) < 0)
                continue; // interrupted by a signal
            if (!_ended && requests[1].Returned != 0)
                Read();
            if (requests[0].Returned != 0)
                return;
        }
    }

    /// <summary>
    /// Reads what is left once the process group was killed. Who still holds the pipe then has left the group;
    /// it is found by the attempt's mark and killed, as a container's end would end it.
    /// </summary>
    public void ReadRest(string? mark)
    {
        while (!_ended && Poll(RestPatienceMilliseconds))
            Read();
        if (_ended || mark is null)
            return;
        LeftOverProcesses.Kill(mark);
        while (!_ended && Poll(0))
            Read();
    }

    private bool Poll(int timeoutMilliseconds)
    {
        var request = new Libc.PollRequest { Descriptor = pipe, Events = Libc.PollIn };
        int ready;
        do
            ready = Libc.Poll(&request, 1, timeoutMilliseconds);
        while (ready < 0);
        return ready > 0;
    }

    private void Read()
    {
        _buffer ??= GC.AllocateUninitializedArray<byte>(BufferBytes);
        nint count;
        fixed (byte* start = _buffer)
        {
            do
                count = Libc.Read(pipe, start, BufferBytes);
            while (count < 0 && Marshal.GetLastPInvokeError() == Libc.Eintr);
        }

        if (count <= 0)
            _ended = true;
        else
            sink.Write(_buffer.AsSpan(0, (int)count));
    }
}
