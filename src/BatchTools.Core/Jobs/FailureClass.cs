namespace BatchTools;

/// <summary>Why a job failed, as far as that tells what to do about it.</summary>
public enum FailureClass
{
    /// <summary>The program ended by itself with an exit code other than 0.</summary>
    Application,

    /// <summary>The container was killed because it used more memory than it had.</summary>
    OutOfMemory,

    /// <summary>The attempt ran for longer than its timeout.</summary>
    Timeout,

    /// <summary>
    /// The machine was taken away: a Spot interruption, or an instance that was lost otherwise, which AWS Batch tells in
    /// the same words.
    /// </summary>
    Spot,

    /// <summary>The container could not be started: image, role, mount, command, overrides.</summary>
    Start,

    /// <summary>A job that this one depends on failed, so this one never ran.</summary>
    Dependency,

    /// <summary>An array job of which children failed; their own classes tell why.</summary>
    Child,

    /// <summary>The job was cancelled or terminated: by a user, by a time limit of its queue, or with its queue.</summary>
    Stopped,

    /// <summary>The service gave no reason that is known.</summary>
    Unknown,
}
