using System.Text.RegularExpressions;

namespace BatchTools.WorkloadFiles;

/// <summary>Advice on images: such as are known to be very large by their names, and such whose name may mean another image tomorrow.</summary>
internal static partial class ImageAdvice
{
    /// <summary>The images of the definitions of a file.</summary>
    public static IEnumerable<BatchException> Find(WorkloadScene scene)
    {
        foreach (var definition in scene.File.JobDefinitions)
        {
            if (definition.Request.ContainerProperties?.Image is not { Length: > 0 } image)
                continue;
            var where = WorkloadAdvice.At(definition.Source, "containerProperties", "image");
            if (Large().IsMatch(image))
                yield return WorkloadAdvice.Say(nameof(Messages.ImageLarge), where, image);
            if (image.EndsWith(":latest", StringComparison.Ordinal))
                yield return WorkloadAdvice.Say(nameof(Messages.ImageTagMoves), where, image);
        }
    }

    // Several gigabytes each: NVIDIA's catalogue, the development images of CUDA and PyTorch, AWS's deep learning images, notebooks.
    [GeneratedRegex(
        @"(\A|/)(nvcr\.io/(nvidia|hpc)/|nvidia/cuda:.*-devel|pytorch/pytorch(:.*-devel|\z|:latest)|tensorflow/tensorflow:.*gpu|(pytorch|tensorflow|mxnet|huggingface-[a-z]+)-(training|inference)(-[a-z]+)?:|jupyter/(scipy|datascience|tensorflow|all-spark)[a-z-]*|rapidsai/|mathworks/matlab|continuumio/anaconda3?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Large();
}
