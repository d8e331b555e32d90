namespace BatchTools.LocalEngine.Faults;

/// <summary>What is done to a request on purpose.</summary>
internal enum RequestFault
{
    None,

    /// <summary>It is refused as one too many, and nothing is done.</summary>
    Throttle,

    /// <summary>It is refused as if the service had failed, and nothing is done.</summary>
    Error,

    /// <summary>It is carried out, and its answer never arrives.</summary>
    LostReply,

    /// <summary>It never arrives; for who sent it that looks like a lost answer.</summary>
    LostRequest,
}
