namespace BatchTools.ServiceModels;

/// <summary>A side of the wire.</summary>
internal enum ServiceSide
{
    /// <summary>The one that calls: types and client of the AWS SDK's shape.</summary>
    Client,

    /// <summary>The one that is called: types, checks and dispatch of the local engine.</summary>
    Server,
}
