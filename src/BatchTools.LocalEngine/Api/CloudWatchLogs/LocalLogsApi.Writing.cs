using System.Text;
using BatchTools.LocalEngine.Logs;

namespace BatchTools.LocalEngine.Api.CloudWatchLogs;

internal sealed partial class LocalLogsApi
{
    private static readonly long MostPast = (long)TimeSpan.FromDays(14).TotalMilliseconds;
    private static readonly long MostFuture = (long)TimeSpan.FromHours(2).TotalMilliseconds;
    private const int MaximumBatchBytes = 1_048_576;

    public override Task<CreateLogGroupResponse> CreateLogGroupAsync(CreateLogGroupRequest request, CancellationToken cancellationToken) =>
        logs.TryCreateGroup(request.LogGroupName!)
            ? Task.FromResult(new CreateLogGroupResponse())
            : throw new ServiceError("ResourceAlreadyExistsException", "The specified log group already exists");

    public override Task<CreateLogStreamResponse> CreateLogStreamAsync(CreateLogStreamRequest request, CancellationToken cancellationToken) => ChangeAsync(
        () =>
        {
            var group = FindGroup(request.LogGroupName);
            if (logs.Read(reader => reader.FindStream(group, request.LogStreamName!)) is not null)
                throw new ServiceError("ResourceAlreadyExistsException", "The specified log stream already exists");
            logs.CreateStream(group, request.LogStreamName!);
            return new CreateLogStreamResponse();
        },
        cancellationToken);

    public override Task<PutLogEventsResponse> PutLogEventsAsync(PutLogEventsRequest request, CancellationToken cancellationToken) => ChangeAsync(
        () =>
        {
            var group = FindGroup(request.LogGroupName);
            var stream = FindStream(group, request.LogStreamName!);
            CheckBatch(request.LogEvents!);

            var now = logs.Now;
            var old = request.LogEvents!.FindLastIndex(entry => entry.Timestamp < now - MostPast) + 1;
            var tooNew = request.LogEvents.FindIndex(entry => entry.Timestamp > now + MostFuture);
            var end = tooNew < 0 ? request.LogEvents.Count : tooNew;
            var appender = logs.Append(group, stream);
            for (var index = old; index < end; index++)
                appender.Add(request.LogEvents[index].Timestamp!.Value, Encoding.UTF8.GetBytes(request.LogEvents[index].Message!));
            return new PutLogEventsResponse
            {
                NextSequenceToken = LogTokens.Digits(appender.Publish()),
                RejectedLogEventsInfo = old == 0 && tooNew < 0 ? null : new RejectedLogEventsInfo
                {
                    TooOldLogEventEndIndex = old == 0 ? null : old,
                    TooNewLogEventStartIndex = tooNew < 0 ? null : tooNew,
                },
            };
        },
        cancellationToken);

    private static void CheckBatch(List<InputLogEvent> events)
    {
        for (var index = 1; index < events.Count; index++)
        {
            if (events[index].Timestamp < events[index - 1].Timestamp)
                throw ServiceError.InvalidParameter("Log events in a single PutLogEvents request must be in chronological order.");
        }

        if (events.Sum(static entry => (long)Encoding.UTF8.GetByteCount(entry.Message!) + LogEvent.Overhead) > MaximumBatchBytes)
            throw ServiceError.InvalidParameter($"Upload too large: a batch of log events may have {MaximumBatchBytes} bytes at most.");
    }
}
