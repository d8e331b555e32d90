namespace BatchTools.LocalEngine.Api.SecurityToken;

/// <summary>STS, as far as it says who asks: always the user <c>local</c>, for there is one key pair.</summary>
internal sealed class LocalSecurityTokenApi(string account) : SecurityTokenApi
{
    public override Task<GetCallerIdentityResponse> GetCallerIdentityAsync(GetCallerIdentityRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new GetCallerIdentityResponse { Account = account, Arn = $"arn:aws:iam::{account}:user/local", UserId = "local" });
}
