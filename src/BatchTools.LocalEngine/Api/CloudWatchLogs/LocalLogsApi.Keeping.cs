namespace BatchTools.LocalEngine.Api.CloudWatchLogs;

internal sealed partial class LocalLogsApi
{
    // Those that AWS knows.
    private static readonly int[] RetentionDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public override Task<PutRetentionPolicyResponse> PutRetentionPolicyAsync(PutRetentionPolicyRequest request, CancellationToken cancellationToken)
    {
        var group = FindGroup(request.LogGroupName);
        if (!RetentionDays.Contains(request.RetentionInDays!.Value))
        {
            throw ServiceError.InvalidParameter(
                $"1 validation error detected: Value '{request.RetentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", RetentionDays)}]");
        }

        logs.SetRetention(group, request.RetentionInDays);
        return Task.FromResult(new PutRetentionPolicyResponse());
    }

    public override Task<DeleteRetentionPolicyResponse> DeleteRetentionPolicyAsync(DeleteRetentionPolicyRequest request, CancellationToken cancellationToken)
    {
        logs.SetRetention(FindGroup(request.LogGroupName), days: null);
        return Task.FromResult(new DeleteRetentionPolicyResponse());
    }

    public override Task<DeleteLogStreamResponse> DeleteLogStreamAsync(DeleteLogStreamRequest request, CancellationToken cancellationToken) => ChangeAsync(
        () =>
        {
            var group = FindGroup(request.LogGroupName);
            logs.DeleteStream(group, FindStream(group, request.LogStreamName!));
            return new DeleteLogStreamResponse();
        },
        cancellationToken);

    public override Task<DeleteLogGroupResponse> DeleteLogGroupAsync(DeleteLogGroupRequest request, CancellationToken cancellationToken) => ChangeAsync(
        () =>
        {
            logs.DeleteGroup(FindGroup(request.LogGroupName));
            return new DeleteLogGroupResponse();
        },
        cancellationToken);
}
