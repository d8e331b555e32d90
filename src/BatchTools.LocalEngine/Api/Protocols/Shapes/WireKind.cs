namespace BatchTools.LocalEngine.Api;

/// <summary>What a value is on the wire.</summary>
internal enum WireKind
{
    Structure,
    List,
    Map,
    Text,
    Integer,
    Number,
    Boolean,

    /// <summary>A moment: seconds since 1970 in JSON and CBOR, ISO 8601 in forms and XML.</summary>
    Timestamp,
}
