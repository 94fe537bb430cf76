package kr.dangol.platform.cluster;

/// Lets one process of all do something.
public interface ClusterLock {

    /// Runs the work here unless it is being run somewhere under the same name, this process
    /// included; says whether it ran. A holder that dies loses the name at once, one that is cut
    /// off within about half a minute; then whoever asks next takes over. A holder that finds
    /// itself cut off is interrupted. As both may overlap for a moment, each step of the work must
    /// bear being done twice.
    boolean tryRun(String name, Runnable work);
}
