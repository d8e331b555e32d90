namespace BatchTools.LocalEngine.Api.Batch;

// What has been handed to an answer is never changed afterwards: a change goes to a copy that takes its place.

internal sealed partial class ComputeEnvironmentDetail
{
    internal ComputeEnvironmentDetail Clone() => (ComputeEnvironmentDetail)MemberwiseClone();
}

internal sealed partial class ComputeResource
{
    internal ComputeResource Clone() => (ComputeResource)MemberwiseClone();
}

internal sealed partial class JobQueueDetail
{
    internal JobQueueDetail Clone() => (JobQueueDetail)MemberwiseClone();
}

internal sealed partial class JobDefinition
{
    internal JobDefinition Clone() => (JobDefinition)MemberwiseClone();
}

internal sealed partial class SubmitJobRequest
{
    internal SubmitJobRequest Clone() => (SubmitJobRequest)MemberwiseClone();
}

internal sealed partial class ContainerProperties
{
    internal ContainerProperties Clone() => (ContainerProperties)MemberwiseClone();
}

internal sealed partial class SchedulingPolicyDetail
{
    internal SchedulingPolicyDetail Clone() => (SchedulingPolicyDetail)MemberwiseClone();
}

internal sealed partial class DescribeConsumableResourceResponse
{
    internal DescribeConsumableResourceResponse Clone() => (DescribeConsumableResourceResponse)MemberwiseClone();
}

internal sealed partial class ServiceEnvironmentDetail
{
    internal ServiceEnvironmentDetail Clone() => (ServiceEnvironmentDetail)MemberwiseClone();
}

internal sealed partial class DescribeQuotaShareResponse
{
    internal DescribeQuotaShareResponse Clone() => (DescribeQuotaShareResponse)MemberwiseClone();
}
