namespace BatchTools;

/// <summary>What a connection leads to.</summary>
public enum BatchConnectionKind
{
    /// <summary>The local engine on this machine.</summary>
    Local,

    /// <summary>AWS Batch, or another endpoint that speaks its API.</summary>
    Aws,
}
