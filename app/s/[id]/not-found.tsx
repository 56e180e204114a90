import { NoLink } from '../../../components/sharing/link/NoLink.tsx';

export default function NotFound() {
  return (
    <NoLink
      title="There is no such link"
      message="Perhaps a letter of it was lost on its way: the part after /s/ has twelve letters and digits, and capitals count."
    />
  );
}
