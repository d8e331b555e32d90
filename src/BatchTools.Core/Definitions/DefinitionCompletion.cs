using System.Globalization;
using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>
/// Brings a request for a job definition into the form that AWS Batch takes: what a job needs stands in resourceRequirements alone,
/// never in the older vcpus and memory as well, and is never missing.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="warn">Hears of what was missing.</param>
internal sealed class DefinitionCompletion(RegisterJobDefinitionRequest request, Action<string> warn)
{
    private const int DefaultVcpu = 1;
    private const int DefaultMemory = 512;
    private const int DefaultFargateMemory = 2048; // the least that Fargate gives with one vCPU

    /// <summary>Completes the request.</summary>
    /// <exception cref="BatchException">Attempts or timeout are out of range, or it does not say what runs.</exception>
    public void Complete()
    {
        var name = request.JobDefinitionName ?? "";
        if (request is { ContainerProperties: null, EcsProperties: null, EksProperties: null, NodeProperties: null })
            throw BatchException.For(nameof(Messages.DefinitionEmpty), ErrorKind.InvalidInput, name, name);
        if (request.RetryStrategy?.Attempts is { } attempts)
            JobLimits.Attempts(name, attempts);
        if (request.Timeout?.AttemptDurationSeconds is { } seconds)
            JobLimits.TimeoutSeconds(name, TimeSpan.FromSeconds(seconds));
        if (request.ContainerProperties is { } container)
            Complete(container);
        foreach (var node in (request.NodeProperties?.NodeRangeProperties ?? []).Select(range => range.Container).OfType<ContainerProperties>())
            Complete(node);
    }

    private void Complete(ContainerProperties container)
    {
#pragma warning disable CS0618 // The older members are what this takes away.
        Ensure(container, ResourceType.VCPU, container.Vcpus, DefaultVcpu, "vCPU");
        Ensure(container, ResourceType.MEMORY, container.Memory, IsFargate ? DefaultFargateMemory : DefaultMemory, "MiB of memory");
        container.Vcpus = null;
        container.Memory = null;
#pragma warning restore CS0618
    }

    private bool IsFargate => request.PlatformCapabilities?.Any(platform => platform == PlatformCapability.FARGATE.Value) == true;

    private void Ensure(ContainerProperties container, ResourceType type, int? older, int standard, string unit)
    {
        if (container.ResourceRequirements?.Exists(one => one.Type == type) == true)
            return;
        if (older is not > 0)
            warn(BatchException.Text(nameof(Messages.DefinitionResourceMissing), request.JobDefinitionName, standard, unit));
        var value = older is > 0 ? older.Value : standard;
        (container.ResourceRequirements ??= []).Add(new ResourceRequirement { Type = type, Value = value.ToString(CultureInfo.InvariantCulture) });
    }
}
