namespace BatchTools.LocalEngine.Faults;

/// <summary>A request, carried out or not, is to have no answer on purpose: whoever serves it drops the connection.</summary>
public sealed class LostReplyException : IOException
{
    /// <summary>Creates the exception.</summary>
    public LostReplyException() : base("The connection was dropped before the answer, as the engine was told to do at times (lost-reply, lost-request).") { }
}
