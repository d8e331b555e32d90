using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Scheduling.Nodes;

/// <summary>How a main node's attempt ended.</summary>
/// <param name="Active">The attempt.</param>
/// <param name="End">Its end.</param>
internal sealed record MainNodeEnd(ActiveAttempt Active, AttemptEnd End);
