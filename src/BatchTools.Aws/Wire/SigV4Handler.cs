using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;

namespace BatchTools.Aws.Wire;

/// <summary>Chooses the signature: version 4 for every operation.</summary>
internal sealed class SigV4Handler : BaseAuthResolverHandler
{
    /// <inheritdoc/>
    protected override List<Amazon.Runtime.Internal.Auth.IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        AuthSchemeOption.DEFAULT_SIGV4;
}
