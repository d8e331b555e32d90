namespace BatchTools.LocalEngine;

/// <summary>How jobs are run.</summary>
public enum RunnerKind
{
    /// <summary>As a child process of the engine; the job's image is not looked at.</summary>
    Process,

    /// <summary>As a container of the job's image, by the podman or docker on PATH.</summary>
    Container,

    /// <summary>Not at all: an attempt takes the time, and ends with the exit code, that the job's environment gives.</summary>
    Simulated,
}
